import "./i18n/texts";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ScrollRow } from "@/ui/ScrollRow";
import { CategoryPicker } from "./CategoryPicker";

interface PickOfferProps {
  picked: readonly string[];
  onPick: () => void;
}

/** For somebody of whom nothing is known yet: a beginning. */
export function PickOffer({ picked, onPick }: PickOfferProps) {
  const { t } = useTranslation("recommend");
  const { t: videos } = useTranslation("videos");
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {t(($) => $.pick.title)}
      </h2>
      <p className="mb-3 text-pretty text-ink-muted">{t(($) => $.pick.text)}</p>
      <ScrollRow backLabel={videos(($) => $.earlierKinds)} onLabel={videos(($) => $.moreKinds)}>
        <CategoryPicker picked={picked} labelledBy={id} onPick={onPick} oneLine />
      </ScrollRow>
    </section>
  );
}
