import { Link } from "@tanstack/react-router";
import { use } from "react";
import type { VideoResult as Result } from "@/api/types";
import { Avatar } from "@/ui/Avatar";
import { CardActions } from "../videos/cardActions";
import { Thumbnail } from "../videos/Thumbnail";
import { usePreview } from "../videos/usePreview";
import { Ago, ViewCount } from "../videos/VideoFacts";
import { Marked } from "./Marked";
import { Moments } from "./Moments";

/** A video that was found: why, by its marked words and by what is said in it. */
export function VideoResult({ video, eager }: { video: Result; eager: boolean }) {
  const watch = { to: "/watch/$videoId", params: { videoId: video.video_id } } as const;
  const channel = { to: "/@{$username}", params: { username: video.user.username } } as const;
  const { preview, handlers } = usePreview(video.preview_url);
  const actions = use(CardActions);
  return (
    <article {...handlers} className="group flex flex-col gap-3 sm:flex-row sm:gap-4">
      <Link {...watch} tabIndex={-1} aria-hidden className="shrink-0 rounded-card sm:w-60 lg:w-90">
        <Thumbnail
          src={video.thumbnail_url}
          placeholder={video.thumbnail_placeholder}
          duration={video.duration}
          preview={preview}
          eager={eager}
        />
      </Link>
      <div className="min-w-0 grow">
        <div className="flex gap-2">
          <h2 className="min-w-0 grow text-base leading-snug font-medium text-pretty lg:text-lg">
            <Link {...watch} title={video.title} dir="auto" className="line-clamp-2 rounded-small">
              <Marked snippet={video.highlights.title} />
            </Link>
          </h2>
          {actions ? <div className="-mt-1.5 -mr-2">{actions(video)}</div> : null}
        </div>
        <p className="mt-0.5 text-xs text-ink-muted">
          <ViewCount count={video.view_count} />
          <span aria-hidden> · </span>
          <Ago time={video.published_at ?? video.created_at} />
        </p>
        <Link
          {...channel}
          className="my-0.5 flex min-h-10 w-fit max-w-full items-center gap-2 rounded-small text-xs text-ink-muted hover:text-ink"
        >
          <Avatar name={video.user.display_name} src={video.user.avatar_url} size={24} />
          <span className="truncate">{video.user.display_name}</span>
        </Link>
        {video.highlights.description.text === "" ? null : (
          <p dir="auto" className="line-clamp-2 max-w-prose text-xs wrap-anywhere text-ink-muted">
            <Marked snippet={video.highlights.description} />
          </p>
        )}
        <Moments video={video} />
      </div>
    </article>
  );
}
