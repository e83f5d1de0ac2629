import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { formatBytes, formatDateTime } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Thumbnail } from "../videos/Thumbnail";
import { ViewCount } from "../videos/VideoFacts";

/** How the video looks to others, with its plain figures; follows what is typed and chosen beside it. */
export function VideoPreview({ video }: { video: Video }) {
  const { t } = useTranslation("studio");
  const language = useLanguage();
  const facts = [
    { name: t(($) => $.columns.date), value: formatDateTime(video.published_at ?? video.created_at, language) },
    { name: t(($) => $.columns.views), value: <ViewCount count={video.view_count} /> },
    {
      name: t(($) => $.columns.size),
      value: video.file_size ? formatBytes(video.file_size, language) : t(($) => $.unknown),
    },
  ];
  return (
    <aside className="flex flex-col gap-4 max-lg:order-first max-lg:hidden lg:sticky lg:top-[calc(var(--bar)+1rem)]">
      <Thumbnail src={video.thumbnail_url} placeholder={video.thumbnail_placeholder} duration={video.duration} eager />
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
