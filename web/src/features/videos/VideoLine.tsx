import { Link } from "@tanstack/react-router";
import { VideoOff } from "lucide-react";
import type { ReactNode } from "react";
import type { VideoCard } from "@/api/types";
import { Thumbnail } from "./Thumbnail";
import { Ago, ViewCount } from "./VideoFacts";

interface VideoLineProps {
  /** Null for one that its reader may not see. */
  video: VideoCard | null;
  /** What stands in the place of such a one. */
  unavailable?: string;
  /** The list that it is played in. */
  search?: { list: string };
  /** A last line, such as when it was watched. */
  note?: ReactNode;
}

/** A video among others, one below the other: picture at the left, words beside it. */
export function VideoLine({ video, unavailable, search, note }: VideoLineProps) {
  if (video === null) {
    return (
      <div className="flex min-w-0 grow items-center gap-3 text-ink-muted">
        <span className="grid aspect-video w-28 shrink-0 place-items-center rounded-control bg-sunken sm:w-40">
          <VideoOff aria-hidden size={24} strokeWidth={1.5} />
        </span>
        <div className="min-w-0 text-sm">
          <p>{unavailable}</p>
          {note ? <p className="text-xs">{note}</p> : null}
        </div>
      </div>
    );
  }
  const watch = {
    to: "/watch/$videoId",
    params: { videoId: video.video_id },
    ...(search ? { search } : {}),
  } as const;
  return (
    <article className="flex min-w-0 grow items-center gap-3">
      <Link {...watch} tabIndex={-1} aria-hidden className="w-28 shrink-0 rounded-control sm:w-40">
        <Thumbnail
          src={video.thumbnail_url}
          placeholder={video.thumbnail_placeholder}
          duration={video.duration}
          watchPosition={video.watch_position}
          className="rounded-control"
        />
      </Link>
      <div className="min-w-0 text-xs text-ink-muted">
        <h3 className="mb-1 text-sm leading-snug font-medium text-pretty text-ink">
          <Link {...watch} title={video.title} className="line-clamp-2 rounded-small">
            {video.title}
          </Link>
        </h3>
        <p className="truncate">{video.user.display_name}</p>
        <p>
          {note ?? (
            <>
              <ViewCount count={video.view_count} />
              <span aria-hidden> · </span>
              <Ago time={video.published_at ?? video.created_at} />
            </>
          )}
        </p>
      </div>
    </article>
  );
}
