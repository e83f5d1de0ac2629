import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { TasteShare } from "@/api/types";
import { formatPercent } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useCategoryName } from "../videos/useCategoryName";

const SHOWN = 10;

interface SharesProps {
  categories: readonly TasteShare[];
  tags: readonly TasteShare[];
}

/** How much of each category and tag is in what was learned. */
export function Shares({ categories, tags }: SharesProps) {
  const { t } = useTranslation("recommend");
  const categoryName = useCategoryName();
  if (categories.length === 0 && tags.length === 0) {
    return <p className="text-ink-muted">{t(($) => $.taste.shares.none)}</p>;
  }
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
      <Bars
        heading={t(($) => $.taste.shares.categories)}
        shares={categories.map(({ name, share }) => ({ name: categoryName({ id: name, name }), share }))}
      />
      <Bars heading={t(($) => $.taste.shares.tags)} shares={tags} />
    </div>
  );
}

function Bars({ heading, shares }: { heading: string; shares: readonly TasteShare[] }) {
  const language = useLanguage();
  const id = useId();
  if (shares.length === 0) return null;
  return (
    <div>
      <h3 id={id} className="text-sm font-medium text-ink-muted">
        {heading}
      </h3>
      <ul aria-labelledby={id} className="mt-3 flex flex-col gap-3">
        {shares.slice(0, SHOWN).map(({ name, share }) => (
          <li key={name}>
            <p className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 truncate">{name}</span>
              <span className="tabular text-ink-muted">{formatPercent(share, language)}</span>
            </p>
            <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-sunken">
              <div
                className="h-full origin-left rounded-full bg-ink-muted"
                style={{ transform: `scaleX(${Math.min(1, Math.max(share, 0.004))})` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
