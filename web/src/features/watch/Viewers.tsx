import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";

/** How many have the video open, when others do too. It stands last in its line, so that nothing moves when it comes. */
export function Viewers({ count }: { count: number | undefined }) {
  const { t } = useTranslation("watch");
  const language = useLanguage();
  if (count === undefined || count < 2) return null;
  return (
    <>
      <span aria-hidden> · </span>
      <span className="tabular" data-testid="viewers">
        {t(($) => $.watchingNow, { count, viewers: formatNumber(count, language) })}
      </span>
    </>
  );
}
