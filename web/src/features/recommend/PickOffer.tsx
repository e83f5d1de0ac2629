import "./i18n/texts";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { CategoryPicker } from "./CategoryPicker";

interface PickOfferProps {
  picked: readonly string[];
  onPick: () => void;
}

/** For somebody of whom nothing is known yet: a beginning. */
export function PickOffer({ picked, onPick }: PickOfferProps) {
  const { t } = useTranslation("recommend");
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="rounded-panel bg-sunken p-4 sm:p-6 [&_button:not([aria-pressed=true])]:bg-surface"
    >
      <h2 id={id} className="text-lg font-semibold">
        {t(($) => $.pick.title)}
      </h2>
      <p className="mt-1 mb-4 text-ink-muted">{t(($) => $.pick.text)}</p>
      <CategoryPicker picked={picked} labelledBy={id} onPick={onPick} />
    </section>
  );
}
