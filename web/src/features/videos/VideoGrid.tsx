import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { VideoCard as Card } from "@/api/types";
import { nothingToShow } from "@/lib/nothingToShow";
import { useNearEnd } from "@/lib/useNearEnd";
import { Skeleton } from "@/ui/Skeleton";
import { ListProblem } from "./ListProblem";
import { type VideoFilter, videosQuery } from "./queries";
import { VideoCard } from "./VideoCard";

interface VideoGridProps {
  filter: VideoFilter;
  /** The level of the videos' titles: one below the heading over the grid. */
  heading: "h2" | "h3";
  hideChannel?: boolean;
  /** Something stands above it: its pictures come as one gets there. */
  below?: boolean;
  /** Shown instead when there is no video at all. */
  empty: ReactNode;
}

// One to six columns by the room there is, never narrower than 17.5rem.
const grid =
  "grid grid-cols-[repeat(auto-fill,minmax(min(100%,max(17.5rem,calc((100%-5rem)/6))),1fr))] gap-x-4 gap-y-8";

/** Public videos without end. */
export function VideoGrid({ filter, ...rest }: VideoGridProps) {
  const list = useInfiniteQuery({ ...videosQuery(filter), throwOnError: nothingToShow });
  return <EndlessGrid list={list} {...rest} />;
}

interface EndlessGridProps extends Omit<VideoGridProps, "filter"> {
  list: UseInfiniteQueryResult<InfiniteData<{ videos: Card[] }>>;
}

/** A list of videos without end: the next page comes before one reaches the last row. */
export function EndlessGrid({ list, heading, hideChannel = false, below = false, empty }: EndlessGridProps) {
  const { t } = useTranslation("videos");
  const { data, isFetchNextPageError, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const end = useNearEnd(more, hasNextPage && !isFetchingNextPage && !isFetchNextPageError);

  if (isPending) return <GridSkeleton hideChannel={hideChannel} />;
  const videos = data?.pages.flatMap((page) => page.videos) ?? [];
  if (videos.length === 0) return empty;
  return (
    <>
      <ul className={grid}>
        {videos.map((video, index) => (
          <li key={video.video_id}>
            <VideoCard video={video} eager={!below && index < 4} heading={heading} hideChannel={hideChannel} />
          </li>
        ))}
        {isFetchingNextPage ? <SkeletonCards count={6} hideChannel={hideChannel} /> : null}
      </ul>
      <div ref={end} />
      <p role="status" className="sr-only">
        {isFetchingNextPage ? t(($) => $.loadingMore) : ""}
      </p>
      <ListProblem list={list} />
    </>
  );
}

function GridSkeleton({ hideChannel }: { hideChannel: boolean }) {
  const { t } = useTranslation("common");
  return (
    <ul className={grid} aria-busy="true" aria-label={t(($) => $.loading)}>
      <SkeletonCards count={12} hideChannel={hideChannel} />
    </ul>
  );
}

const SkeletonCards = ({ count, hideChannel }: { count: number; hideChannel: boolean }) =>
  Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nameless shapes in a fixed order
    <li key={index} className="flex flex-col gap-3">
      <Skeleton className="aspect-video rounded-card" />
      <div className="flex gap-3">
        {hideChannel ? null : <Skeleton className="size-9 rounded-full" />}
        <div className="flex grow flex-col gap-2 pt-1">
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="h-3 w-2/5" />
        </div>
      </div>
    </li>
  ));
