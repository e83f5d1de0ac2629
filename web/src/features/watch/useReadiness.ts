import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isNotFound } from "@/api/problem";
import type { ProcessingStatus, Video } from "@/api/types";
import { statusQuery, videoQuery } from "../videos/queries";
import { useProcessingNews } from "../videos/useProcessingNews";

const WAITING_MS = 500;
const FILLING_MS = 2500;

export const isPlayable = (video: Video): boolean => video.status === "ready" && video.video_urls.hls !== null;

/** Follows a video from upload to its last quality, and fetches it anew whenever there is more of it to play. */
export function useReadiness(video: Video | undefined): ProcessingStatus | undefined {
  const queries = useQueryClient();
  const id = video?.video_id ?? "";
  const settled = !video || video.stage === "done" || video.stage === "failed";
  const wait = useProcessingNews(settled || !video.is_owner ? undefined : id);
  const { data: status } = useQuery({
    ...statusQuery(id),
    enabled: !settled,
    refetchInterval: ({ state: { error } }) =>
      isNotFound(error) ? false : wait(video && isPlayable(video) ? FILLING_MS : WAITING_MS),
  });

  const seen = video ? `${isPlayable(video)} ${video.renditions.length} ${settled}` : "";
  const now = status ? `${status.playable} ${status.renditions.length} ${isSettled(status)}` : seen;
  useEffect(() => {
    if (id !== "" && now !== seen) void queries.invalidateQueries({ queryKey: videoQuery(id).queryKey, exact: true });
  }, [queries, id, now, seen]);

  return settled ? undefined : status;
}

const isSettled = ({ stage }: ProcessingStatus): boolean => stage === "done" || stage === "failed";
