import type { ProcessingStatus, VideoError, VideoStage, VideoStatus } from "@/api/types";

/** Where a video is between its upload and its last quality, as people care about it. */
export type VideoState =
  | { readonly kind: "uploading"; readonly percent: number }
  /** All bytes are there, it cannot be watched yet. */
  | { readonly kind: "preparing" }
  /** It can be watched, qualities are still being added. */
  | { readonly kind: "polishing"; readonly percent: number; readonly secondsLeft: number | null }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly error: VideoError | null; readonly playable: boolean };

interface Known {
  status: VideoStatus;
  stage: VideoStage;
  progress: number;
  estimated_time_remaining?: ProcessingStatus["estimated_time_remaining"];
  error?: VideoError | null;
  playable?: boolean;
}

export function stateOf(video: Known): VideoState {
  if (video.stage === "failed" || video.status === "failed") {
    return {
      kind: "failed",
      error: video.error ?? null,
      playable: video.playable ?? video.status === "ready",
    };
  }
  if (video.stage === "uploading") return { kind: "uploading", percent: video.progress };
  if (video.stage === "done") return { kind: "done" };
  if (video.status !== "ready") return { kind: "preparing" };
  const percent = video.stage === "encoding" ? video.progress : video.stage === "finishing" ? 100 : 0;
  return { kind: "polishing", percent, secondsLeft: video.estimated_time_remaining ?? null };
}

/** Whether it will change by itself. */
export const isMoving = ({ kind }: VideoState): boolean => kind !== "done" && kind !== "failed";

export const isPlayable = (state: VideoState): boolean =>
  state.kind === "done" || state.kind === "polishing" || (state.kind === "failed" && state.playable);
