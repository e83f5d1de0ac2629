import type { QueryClient } from "@tanstack/react-query";
import type { Comment } from "@/api/types";
import type { ChannelMessage } from "@/lib/realtime/messages";
import { addCached, countCached, dropCached, editCached, type Gone, isCached, mergeCached, pinCached } from "./cached";
import { commentsKey } from "./queries";

/** What comes with one kind of message or another; `comment.posted` and `comment.edited` bring the whole comment. */
interface LiveData {
  comment_id?: unknown;
  like_count?: unknown;
  dislike_count?: unknown;
  is_pinned?: unknown;
  comments?: unknown;
}

/**
 * Takes in what the server tells open pages of a video, in place: nothing is ordered anew under the reader's eyes.
 *
 * @returns a thread that somebody began; where it goes depends on what the reader is looking at
 */
export function applyLive(client: QueryClient, videoId: string, { type, data }: ChannelMessage): Comment | undefined {
  const live = (data ?? {}) as LiveData;
  const id = live.comment_id;
  if (type === "reset") void client.invalidateQueries({ queryKey: commentsKey(videoId) });
  if (type === "counts" && typeof live.comments === "number") countCached(client, videoId, live.comments);
  if (typeof id !== "string") return undefined;
  switch (type) {
    case "comment.liked": {
      const { like_count, dislike_count } = live as Pick<Comment, "like_count" | "dislike_count">;
      editCached(client, videoId, id, (comment) => ({ ...comment, like_count, dislike_count }));
      return undefined;
    }
    case "comment.edited":
      mergeCached(client, videoId, live as Comment);
      return undefined;
    case "comment.pinned":
      pinCached(client, videoId, id, live.is_pinned === true);
      return undefined;
    case "comment.deleted":
      dropCached(client, videoId, live as Gone);
      return undefined;
    case "comment.posted": {
      const comment = live as Comment;
      if (comment.root_id === null && !isCached(client, videoId, id)) return comment;
      addCached(client, videoId, comment);
      return undefined;
    }
    default:
      return undefined;
  }
}
