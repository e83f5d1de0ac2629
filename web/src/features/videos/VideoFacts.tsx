import { useTranslation } from "react-i18next";
import { formatAgo, formatCompact, formatDateTime, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useNow } from "@/lib/useNow";

/** "1.2M views": as people say it, exact on hover. */
export function ViewCount({ count }: { count: number }) {
  const { t } = useTranslation("videos");
  const language = useLanguage();
  const say = (views: string) => (count === 0 ? t(($) => $.noViews) : t(($) => $.views, { count, views }));
  return (
    <span className="tabular" title={say(formatNumber(count, language))}>
      {say(formatCompact(count, language))}
    </span>
  );
}

/** "3 hours ago", the moment itself on hover. */
export function Ago({ time }: { time: string }) {
  const language = useLanguage();
  const now = useNow();
  return (
    <time className="whitespace-nowrap" dateTime={time} title={formatDateTime(time, language)}>
      {formatAgo(time, language, now)}
    </time>
  );
}
