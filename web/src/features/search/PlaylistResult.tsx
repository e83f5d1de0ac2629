import { Link } from "@tanstack/react-router";
import { ListVideo } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PlaylistResult as Result } from "@/api/types";
import { formatCompact } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Marked } from "./Marked";

export function PlaylistResult({ list }: { list: Result }) {
  const { t } = useTranslation("search");
  const { t: videos } = useTranslation("videos");
  const language = useLanguage();
  const to = { to: "/playlist/$playlistId", params: { playlistId: list.playlist_id } } as const;
  return (
    <article className="flex items-center gap-4 py-1">
      <Link {...to} tabIndex={-1} aria-hidden className="w-28 shrink-0 rounded-card sm:w-48">
        <span className="grid aspect-video place-items-center rounded-card bg-sunken text-ink-muted">
          <ListVideo size={32} strokeWidth={1.5} />
        </span>
      </Link>
      <div className="min-w-0">
        <h2 className="text-base leading-snug font-medium text-pretty">
          <Link {...to} title={list.title} dir="auto" className="line-clamp-2 rounded-small">
            {list.title}
          </Link>
        </h2>
        <p className="mt-0.5 text-xs text-ink-muted">
          {t(($) => $.playlistBy, { name: list.user.display_name })}
          <span aria-hidden> · </span>
          <span className="tabular whitespace-nowrap">
            {videos(($) => $.videos, { count: list.video_count, videos: formatCompact(list.video_count, language) })}
          </span>
        </p>
        {list.description.text === "" ? null : (
          <p dir="auto" className="mt-1 line-clamp-2 max-w-prose text-xs wrap-anywhere text-ink-muted">
            <Marked snippet={list.description} />
          </p>
        )}
      </div>
    </article>
  );
}
