import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Comment } from "@/api/types";
import { toast, toastError } from "@/ui/toast";
import { buried, editCached, putBack, remember, voted } from "./cached";
import { commentsKey } from "./queries";

const of = (comment: Comment) => ({ params: { path: { id: comment.comment_id } } });

/** What people do with comments: seen at once, taken back with a sentence when the server refuses. */
export function useCommentActions(videoId: string) {
  const { t } = useTranslation("comments");
  const client = useQueryClient();
  const problemText = useProblemText();
  const key = commentsKey(videoId);
  const refresh = () => client.invalidateQueries({ queryKey: key });

  /** Shows a change before the server knows of it. */
  const ahead = async (comment: Comment, change: (comment: Comment) => Comment) => {
    await client.cancelQueries({ queryKey: key });
    const before = remember(client, videoId);
    editCached(client, videoId, comment.comment_id, change);
    return before;
  };
  const undo = (error: unknown, before: ReturnType<typeof remember> | undefined) => {
    if (before) putBack(client, before);
    toastError(t(($) => $.notDone, { reason: problemText(error) }));
  };

  const post = useMutation({
    mutationFn: ({ content, parent }: { content: string; parent?: Comment }) =>
      unwrap(
        api.POST("/api/v1/videos/{id}/comments", {
          params: { path: { id: videoId }, header: { "Idempotency-Key": crypto.randomUUID() } },
          body: { content, parent_id: parent?.comment_id ?? null },
        }),
      ),
    onSuccess: (comment) => {
      if (comment.status !== "approved") toast(t(($) => $.waits));
      return refresh();
    },
    onError: (error) => undo(error, undefined),
  });

  const edit = useMutation({
    mutationFn: ({ comment, content }: { comment: Comment; content: string }) =>
      unwrap(api.PATCH("/api/v1/comments/{id}", { ...of(comment), body: { content, version: comment.version } })),
    onMutate: ({ comment, content }) => ahead(comment, (each) => ({ ...each, content, is_edited: true })),
    onError: (error, _, before) => undo(error, before),
    onSettled: refresh,
  });

  const remove = useMutation({
    mutationFn: (comment: Comment) => unwrap(api.DELETE("/api/v1/comments/{id}", of(comment))),
    onMutate: (comment) => ahead(comment, buried),
    onSuccess: () => toast(t(($) => $.deleted)),
    onError: (error, _, before) => undo(error, before),
    onSettled: refresh,
  });

  const vote = useMutation({
    mutationFn: ({ comment, action }: { comment: Comment; action: "like" | "dislike" }) =>
      unwrap(
        api.POST("/api/v1/comments/{id}/like", {
          ...of(comment),
          body: { action: comment.my_vote === action ? "remove" : action },
        }),
      ),
    onMutate: ({ comment, action }) =>
      ahead(comment, (each) => voted(each, comment.my_vote === action ? "none" : action)),
    onSuccess: ({ like_count, dislike_count }, { comment }) =>
      editCached(client, videoId, comment.comment_id, (each) => ({ ...each, like_count, dislike_count })),
    onError: (error, _, before) => undo(error, before),
  });

  const pin = useMutation({
    mutationFn: (comment: Comment) =>
      unwrap(
        comment.is_pinned
          ? api.DELETE("/api/v1/comments/{id}/pin", of(comment))
          : api.POST("/api/v1/comments/{id}/pin", of(comment)),
      ),
    onMutate: (comment) => ahead(comment, (each) => ({ ...each, is_pinned: !comment.is_pinned })),
    onError: (error, _, before) => undo(error, before),
    onSettled: refresh,
  });

  const heart = useMutation({
    mutationFn: (comment: Comment) =>
      unwrap(
        comment.is_hearted
          ? api.DELETE("/api/v1/comments/{id}/heart", of(comment))
          : api.POST("/api/v1/comments/{id}/heart", of(comment)),
      ),
    onMutate: (comment) => ahead(comment, (each) => ({ ...each, is_hearted: !comment.is_hearted })),
    onError: (error, _, before) => undo(error, before),
  });

  return { post, edit, remove, vote, pin, heart };
}

export type CommentActions = ReturnType<typeof useCommentActions>;
