import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Video } from "@/api/types";
import { useChannel } from "@/lib/realtime/useChannel";
import { videoQuery } from "./queries";

/** What a video's channel tells of its counts; a field may be absent. */
interface Counts {
  views?: number;
  likes?: number;
  dislikes?: number;
  viewers?: number;
}

/**
 * Keeps the counts of a video that is being shown as they are now.
 *
 * @returns how many have it open at the moment; `undefined` while nobody said so
 */
export function useLiveCounts(videoId: string): number | undefined {
  const client = useQueryClient();
  const [seen, setSeen] = useState<{ videoId: string; viewers: number }>();
  useChannel(`video:${videoId}`, ({ type, data }) => {
    const { queryKey } = videoQuery(videoId);
    if (type === "reset") void client.invalidateQueries({ queryKey, exact: true });
    if (type !== "counts") return;
    const counts = data as Counts;
    client.setQueryData(queryKey, (known: Video | undefined) => known && withCounts(known, counts));
    if (counts.viewers !== undefined) setSeen({ videoId, viewers: counts.viewers });
  });
  return seen?.videoId === videoId ? seen.viewers : undefined;
}

export const withCounts = (video: Video, { views, likes, dislikes }: Counts): Video => ({
  ...video,
  view_count: views ?? video.view_count,
  like_count: likes ?? video.like_count,
  dislike_count: dislikes ?? video.dislike_count,
});
