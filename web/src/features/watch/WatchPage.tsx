import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { cx } from "@/lib/cx";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { part } from "@/ui/part";
import { Skeleton } from "@/ui/Skeleton";
import { CommentSection } from "../comments/CommentSection";
import { PlayerSlot } from "../player/PlayerSlot";
import { onEnded, useTheatre } from "../player/stage";
import { NextUp } from "../playlists/NextUp";
import { videoQuery } from "../videos/queries";
import { NotPlayable } from "./NotPlayable";
import { Related } from "./Related";
import { usePlayerSource } from "./usePlayerSource";
import { useReadiness } from "./useReadiness";
import { VideoDetails } from "./VideoDetails";

/** Comes when it is asked for. */
const Transcript = part(async () => (await import("../captions/Transcript")).Transcript);

interface WatchPageProps {
  videoId: string;
  /** Seconds to start at, from the address. */
  startAt: number | undefined;
  /** The list it is played in, and the number by which that is shuffled. */
  list: string | undefined;
  shuffle: number | undefined;
  /** A comment that one was led to. */
  comment: string | undefined;
}

export function WatchPage({ videoId, startAt, list, shuffle, comment }: WatchPageProps) {
  const { data: video } = useQuery({
    ...videoQuery(videoId),
    throwOnError: nothingToShow,
  });
  const status = useReadiness(video);
  const source = usePlayerSource(video, startAt);
  const theatre = useTheatre();
  const [reading, setReading] = useState(false);
  useTitle(video?.title);
  const words = video?.entitled === true && video.captions.length > 0 ? video : undefined;
  const transcript =
    reading && words ? (
      <Transcript
        key={words.video_id}
        video={words}
        onClose={() => setReading(false)}
        waiting={<Skeleton className="h-full min-h-80 rounded-card" />}
        onMissing={() => setReading(false)}
      />
    ) : null;
  return (
    <div
      className={cx(
        "px-4 sm:px-6 lg:grid lg:grid-rows-[auto_1fr] lg:justify-center lg:gap-x-6",
        theatre
          ? "lg:grid-cols-[minmax(0,1fr)_minmax(20rem,25rem)]"
          : "lg:grid-cols-[minmax(0,calc((100dvh-var(--bar)-8rem)*16/9))_minmax(20rem,25rem)]",
      )}
    >
      <div
        className={cx(
          "z-20 -mx-4 aspect-video bg-video-backdrop max-lg:sticky max-lg:top-(--bar) sm:-mx-6",
          theatre
            ? "lg:col-span-2 lg:aspect-auto lg:h-[min(calc(100vw*9/16),calc(100dvh-var(--bar)-5rem))]"
            : "lg:mx-0 lg:overflow-hidden lg:rounded-card",
        )}
      >
        {source ? <PlayerSlot source={source} /> : video ? <NotPlayable video={video} status={status} /> : null}
      </div>
      {transcript && !theatre ? (
        <div className="relative h-[min(24rem,45dvh)] max-lg:mt-3 lg:col-start-2 lg:row-start-1 lg:h-auto">
          <div className="absolute inset-0">{transcript}</div>
        </div>
      ) : null}
      <div className="min-w-0 pt-4 pb-8 lg:col-start-1">
        {video ? (
          <VideoDetails
            video={video}
            status={status}
            transcript={words ? reading : undefined}
            onTranscript={() => setReading(!reading)}
          />
        ) : (
          <DetailsSkeleton />
        )}
        {video ? <CommentSection key={video.video_id} video={video} linked={comment} /> : null}
      </div>
      <aside
        className={cx(
          "lg:col-start-2",
          theatre || transcript ? "lg:row-start-2 lg:pt-4" : "lg:row-span-2 lg:row-start-1",
        )}
      >
        {transcript && theatre ? <div className="relative mb-4 h-96">{transcript}</div> : null}
        {list === undefined ? null : <NextUp list={list} shuffle={shuffle} videoId={videoId} onEnded={onEnded} />}
        <Related videoId={videoId} inList={list !== undefined} />
      </aside>
    </div>
  );
}

const DetailsSkeleton = () => (
  <div aria-busy="true" className="flex flex-col gap-4">
    <Skeleton className="h-7 w-4/5" />
    <div className="flex items-center gap-3">
      <Skeleton className="size-10 rounded-full" />
      <Skeleton className="h-4 w-40" />
    </div>
    <Skeleton className="h-24 rounded-card" />
  </div>
);
