import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { VideoCard } from "@/api/types";
import { Skeleton } from "@/ui/Skeleton";
import { videosQuery } from "../videos/queries";
import { Thumbnail } from "../videos/Thumbnail";
import { usePreview } from "../videos/usePreview";
import { Ago, ViewCount } from "../videos/VideoFacts";

/** What one might watch next: the newest others. */
export function Related({ videoId }: { videoId: string }) {
  const { t } = useTranslation("watch");
  const { data } = useInfiniteQuery(videosQuery({}));
  const others = data?.pages[0]?.videos.filter((video) => video.video_id !== videoId);
  if (others?.length === 0) return null;
  return (
    <section aria-label={t(($) => $.related)} aria-busy={others === undefined}>
      <h2 className="mb-3 text-base font-semibold lg:sr-only">{t(($) => $.related)}</h2>
      <ul className="flex flex-col gap-3">
        {others?.map((video) => (
          <li key={video.video_id}>
            <RelatedCard video={video} />
          </li>
        )) ?? <RelatedSkeleton />}
      </ul>
    </section>
  );
}

function RelatedCard({ video }: { video: VideoCard }) {
  const watch = { to: "/watch/$videoId", params: { videoId: video.video_id } } as const;
  const { preview, handlers } = usePreview(video.preview_url);
  return (
    <article {...handlers} className="flex gap-3">
      <Link {...watch} tabIndex={-1} aria-hidden className="w-40 shrink-0 rounded-control">
        <Thumbnail
          src={video.thumbnail_url}
          placeholder={video.thumbnail_placeholder}
          duration={video.duration}
          watchPosition={video.watch_position}
          preview={preview}
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
        <ViewCount count={video.view_count} />
        <span aria-hidden> · </span>
        <Ago time={video.published_at ?? video.created_at} />
      </div>
    </article>
  );
}

const RelatedSkeleton = () =>
  [1, 2, 3, 4, 5, 6].map((key) => (
    <li key={key} className="flex gap-3">
      <Skeleton className="aspect-video w-40 shrink-0 rounded-control" />
      <div className="flex grow flex-col gap-2 pt-1">
        <Skeleton className="h-3.5 w-11/12" />
        <Skeleton className="h-3.5 w-3/5" />
        <Skeleton className="h-3 w-2/5" />
      </div>
    </li>
  ));
