import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { useQualityName } from "../processing/useQualityName";
import { ladder } from "./ladder";

interface QualitiesProps {
  names: readonly string[];
  /** Of the original, once it is known. */
  height: number | null;
  complete: boolean;
}

/** The qualities as they come in, those still expected in grey. */
export function Qualities({ names, height, complete }: QualitiesProps) {
  const { t } = useTranslation("uploads");
  const qualityName = useQualityName();
  return (
    <ul aria-label={t(($) => $.qualities)} className="mt-3 flex flex-wrap gap-2">
      {ladder(names, complete ? null : height).map(({ name, there }) => (
        <li
          key={name}
          aria-hidden={!there}
          className={cx(
            "tabular inline-flex h-7 items-center gap-1 rounded-full px-3 text-xs font-medium transition-colors",
            there ? "bg-success-soft text-success" : "border border-dashed border-line text-ink-muted",
          )}
        >
          {there ? <Check aria-hidden size={14} /> : null}
          {qualityName(name)}
        </li>
      ))}
    </ul>
  );
}
