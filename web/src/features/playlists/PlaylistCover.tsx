import { ListVideo } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Playlist } from "@/api/types";
import { cx } from "@/lib/cx";

/** The picture of a list's first video, with how many there are. */
export function PlaylistCover({ list, className }: { list: Playlist; className?: string }) {
  const { t } = useTranslation("playlists");
  return (
    <span
      className={cx("relative block aspect-video overflow-hidden rounded-card bg-skeleton", className)}
      style={list.thumbnail_placeholder?.startsWith("#") ? { backgroundColor: list.thumbnail_placeholder } : undefined}
    >
      {list.thumbnail_url ? (
        <img
          src={list.thumbnail_url}
          alt=""
          width={640}
          height={360}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <ListVideo aria-hidden size={32} strokeWidth={1.5} className="absolute inset-0 m-auto text-ink-muted" />
      )}
      <span className="tabular absolute right-2 bottom-2 flex items-center gap-1.5 rounded-small bg-video-scrim px-1.5 py-0.5 text-xs font-medium text-on-video">
        <ListVideo aria-hidden size={14} />
        {t(($) => $.videos, { count: list.video_count })}
      </span>
    </span>
  );
}
