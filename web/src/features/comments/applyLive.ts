import type { QueryClient } from "@tanstack/react-query";
import type { ChannelMessage } from "@/lib/realtime/messages";
import { editCached } from "./cached";
import { commentsKey } from "./queries";

interface LiveComment {
  comment_id?: unknown;
  like_count?: unknown;
  dislike_count?: unknown;
}

/** Takes in what the server tells open pages of a video: `comment.posted` and its like. */
export function applyLive(client: QueryClient, videoId: string, { type, data }: ChannelMessage): void {
  if (type !== "reset" && !type.startsWith("comment.")) return;
  const { comment_id: id, like_count: likes, dislike_count: dislikes } = (data ?? {}) as LiveComment;
  if (type === "comment.liked" && typeof id === "string" && typeof likes === "number" && typeof dislikes === "number") {
    editCached(client, videoId, id, (comment) => ({ ...comment, like_count: likes, dislike_count: dislikes }));
    return;
  }
  void client.invalidateQueries({ queryKey: commentsKey(videoId) });
}
