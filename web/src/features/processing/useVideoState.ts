import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isNotFound } from "@/api/problem";
import { statusQuery, videoQuery } from "../videos/queries";
import { useProcessingNews } from "../videos/useProcessingNews";
import { isMoving, stateOf } from "./videoState";

/** Follows a video's processing while it moves: often until it plays, then calmly; the video itself is read anew at each step. */
export function useVideoState(videoId: string | undefined) {
  const client = useQueryClient();
  const wait = useProcessingNews(videoId);
  const { data: status, error } = useQuery({
    ...statusQuery(videoId ?? ""),
    enabled: videoId !== undefined,
    refetchInterval: ({ state: { data, error: problem } }) => {
      if (isNotFound(problem)) return false;
      return data === undefined ? 2_000 : !isMoving(stateOf(data)) ? false : wait(data.playable ? 2_000 : 600);
    },
  });
  const step = status ? `${status.status} ${status.stage} ${status.renditions.join()}` : "";
  useEffect(() => {
    if (step === "" || videoId === undefined) return;
    void client.invalidateQueries({ queryKey: videoQuery(videoId).queryKey, exact: true });
    void client.invalidateQueries({ queryKey: ["me", "videos"] });
  }, [client, step, videoId]);
  return { status, state: status ? stateOf(status) : undefined, gone: isNotFound(error) };
}
