import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Comment, CommentPage } from "@/api/types";
import { commentsKey } from "./queries";

type Pages = InfiniteData<CommentPage, string | null>;

/** Changes a comment in every list that is in memory, also where it is shown as a reply. */
export function editCached(client: QueryClient, videoId: string, id: string, change: (comment: Comment) => Comment) {
  const edit = (comment: Comment): Comment =>
    comment.comment_id === id ? change(comment) : { ...comment, replies: comment.replies.map(edit) };
  client.setQueriesData<Pages>({ queryKey: commentsKey(videoId) }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, comments: page.comments.map(edit) })) } : data,
  );
}

/** All lists of a video's comments as they are now, to put them back. */
export const remember = (client: QueryClient, videoId: string) =>
  client.getQueriesData<Pages>({ queryKey: commentsKey(videoId) });

export function putBack(client: QueryClient, lists: ReturnType<typeof remember>) {
  for (const [key, data] of lists) client.setQueryData(key, data);
}

/** The comment with another vote of the reader's, its counts moved along. */
export function voted(comment: Comment, vote: Comment["my_vote"]): Comment {
  const one = (kind: Comment["my_vote"]) => Number(vote === kind) - Number(comment.my_vote === kind);
  return {
    ...comment,
    my_vote: vote,
    like_count: comment.like_count + one("like"),
    dislike_count: comment.dislike_count + one("dislike"),
  };
}

/** What it looks like once it is deleted and something stands below it. */
export const buried = (comment: Comment): Comment => ({
  ...comment,
  is_deleted: true,
  is_pinned: false,
  content: "",
  user: null,
  mentions: [],
});
