import type { RecommendationRow } from "@/api/types";

/** Whether the row follows from a like or from watching: its videos know. */
export function becauseOf({ video, videos }: Pick<RecommendationRow, "video" | "videos">): "liked" | "watched" {
  return videos.some(({ reason }) => reason.kind === "liked" && reason.video === video) ? "liked" : "watched";
}
