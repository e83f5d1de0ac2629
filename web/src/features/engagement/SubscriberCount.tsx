import { useTranslation } from "react-i18next";
import { formatCompact, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";

/** "1.2K subscribers", exact on hover. */
export function SubscriberCount({ count }: { count: number }) {
  const { t } = useTranslation("engagement");
  const language = useLanguage();
  return (
    <span className="tabular" title={formatNumber(count, language)}>
      {count === 0
        ? t(($) => $.noSubscribers)
        : t(($) => $.subscribers, { count, subscribers: formatCompact(count, language) })}
    </span>
  );
}
