import { Link } from "@tanstack/react-router";
import { use } from "react";
import type { VideoCard as Card } from "@/api/types";
import { Avatar } from "@/ui/Avatar";
import { CardActions } from "./cardActions";
import { Thumbnail } from "./Thumbnail";
import { usePreview } from "./usePreview";
import { Ago, ViewCount } from "./VideoFacts";

interface VideoCardProps {
  video: Card;
  eager?: boolean;
  /** The level that fits where the card stands. */
  heading: "h2" | "h3";
  /** On a channel's own page its name and picture would only repeat. */
  hideChannel?: boolean;
}

/** A video among others: picture first, two lines of title, who, how often seen, when. */
export function VideoCard({ video, eager = false, heading: Heading, hideChannel = false }: VideoCardProps) {
  const watch = { to: "/watch/$videoId", params: { videoId: video.video_id } } as const;
  const channel = { to: "/@{$username}", params: { username: video.user.username } } as const;
  const { preview, handlers } = usePreview(video.preview_url);
  const actions = use(CardActions);
  return (
    <article {...handlers} className="group flex flex-col gap-3">
      <Link {...watch} tabIndex={-1} aria-hidden className="rounded-card">
        <Thumbnail
          src={video.thumbnail_url}
          placeholder={video.thumbnail_placeholder}
          duration={video.duration}
          watchPosition={video.watch_position}
          preview={preview}
          eager={eager}
          className="transition-[border-radius] duration-(--normal) group-hover:rounded-small"
        />
      </Link>
      <div className="flex gap-3">
        {hideChannel ? null : (
          <Link {...channel} tabIndex={-1} aria-hidden className="h-9 shrink-0 rounded-full">
            <Avatar name={video.user.display_name} src={video.user.avatar_url} />
          </Link>
        )}
        <div className="min-w-0 grow">
          <Heading className="text-base leading-snug font-medium text-pretty">
            <Link {...watch} title={video.title} className="line-clamp-2 rounded-small">
              {video.title}
            </Link>
          </Heading>
          <p className="mt-0.5 text-ink-muted">
            {hideChannel ? null : (
              <Link {...channel} className="block w-fit max-w-full truncate rounded-small leading-6 hover:text-ink">
                {video.user.display_name}
              </Link>
            )}
            <ViewCount count={video.view_count} />
            <span aria-hidden> · </span>
            <Ago time={video.published_at ?? video.created_at} />
          </p>
        </div>
        {actions ? <div className="-mt-1.5 -mr-2">{actions(video)}</div> : null}
      </div>
    </article>
  );
}
