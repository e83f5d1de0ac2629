import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Video } from "@/api/types";
import { qualityName } from "../player/quality";
import { localPositions } from "../player/report";
import { startPosition } from "../player/resume";
import type { PlayerSource } from "../player/stage";
import { videoQuery } from "../videos/queries";

/** A video as the player wants it; `undefined` while it cannot be played. */
export function usePlayerSource(video: Video | undefined, asked: number | undefined): PlayerSource | undefined {
  const queries = useQueryClient();
  return useMemo(() => {
    const manifestUrl = video?.status === "ready" && video.entitled ? video.video_urls.hls : null;
    if (!video || !manifestUrl) return undefined;
    const query = videoQuery(video.video_id);
    return {
      videoId: video.video_id,
      title: video.title,
      channel: video.user.display_name,
      manifestUrl,
      licenseUrl: `/api/v1/videos/${video.video_id}/license`,
      poster: video.thumbnail_url,
      duration: video.duration,
      startAt: startPosition({
        duration: video.duration,
        asked,
        server: video.watch_position,
        local: localPositions.get(video.video_id),
      }),
      askedAt: asked,
      ready: video.renditions.map(({ width, height, fps, bandwidth }) => ({
        name: qualityName(width, height),
        fps,
        bitrate: bandwidth,
      })),
      storyboardUrl: video.storyboard_url,
      chaptersUrl: video.chapters_url,
      chapters: video.chapters,
      captions: video.captions,
      loudness: video.loudness && { lufs: video.loudness.integrated_lufs, gainDb: video.loudness.gain_db },
      renew: async () => (await queries.fetchQuery({ ...query, staleTime: 0 })).video_urls.hls,
    };
  }, [video, asked, queries]);
}
