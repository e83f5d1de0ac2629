import type { Video } from "@/api/types";

export type Reaction = "like" | "dislike" | null;

/** The video as it is once its viewer thinks so of it. */
export function withReaction(video: Video, reaction: Reaction): Video {
  const change = (which: Reaction) => Number(reaction === which) - Number(video.reaction === which);
  return {
    ...video,
    reaction,
    like_count: Math.max(0, video.like_count + change("like")),
    dislike_count: video.dislike_count === null ? null : Math.max(0, video.dislike_count + change("dislike")),
  };
}
