import { useTranslation } from "react-i18next";
import type { WorldEvent } from "@/api/types";
import { formatDate, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";

/** How many talk about it, and since when. */
export function EventFacts({ event }: { event: WorldEvent }) {
  const { t } = useTranslation("worldevents");
  const language = useLanguage();
  const videos = t(($) => $.videos, {
    count: event.video_count,
    number: formatNumber(event.video_count, language),
  });
  const channels = t(($) => $.channels, {
    count: event.channel_count,
    number: formatNumber(event.channel_count, language),
  });
  return (
    <p className="tabular text-ink-muted">
      {videos} <span aria-hidden>·</span> {channels} <span aria-hidden>·</span>{" "}
      {t(($) => $.since, { date: formatDate(event.began_at, language) })}
    </p>
  );
}
