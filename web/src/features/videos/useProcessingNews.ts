import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useMe } from "@/api/me";
import type { ProcessingStatus } from "@/api/types";
import { useChannel } from "@/lib/realtime/useChannel";
import { statusQuery } from "./queries";

interface News {
  video_id: string;
  stage?: string;
  progress: number;
  estimated_time_remaining: number | null;
}

/** So long after the last news the server is not asked, for it speaks by itself. */
const FRESH_MS = 4_000;
const CALM_MS = 8_000;

/**
 * Keeps the status of one's own video as fresh as the server tells it.
 *
 * @returns how long to wait before asking, given how long one would without news
 */
export function useProcessingNews(videoId: string | undefined): (usual: number) => number {
  const me = useMe();
  const client = useQueryClient();
  const heard = useRef(0);
  useChannel(me && videoId !== undefined ? `user:${me.user_id}` : undefined, ({ type, data }) => {
    const { queryKey } = statusQuery(videoId ?? "");
    if (type === "reset") void client.invalidateQueries({ queryKey });
    if (type !== "processing") return;
    const news = data as News;
    if (news.video_id !== videoId) return;
    heard.current = Date.now();
    if (news.stage !== undefined) {
      void client.invalidateQueries({ queryKey });
      return;
    }
    client.setQueryData(queryKey, (known: ProcessingStatus | undefined) =>
      known === undefined
        ? known
        : { ...known, progress: news.progress, estimated_time_remaining: news.estimated_time_remaining },
    );
  });
  return (usual) => (Date.now() - heard.current < FRESH_MS ? Math.max(usual, CALM_MS) : usual);
}
