import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Comment } from "@/api/types";
import { randomName } from "@/lib/randomName";
import { toast, toastError } from "@/ui/toast";
import { addCached, dropCached, editCached, mergeCached, putBack, remember, undrop, voted } from "./cached";
import { commentsKey, repliesQuery } from "./queries";

const of = (comment: Comment) => ({ params: { path: { id: comment.comment_id } } });

/** What somebody has written and sent. */
export interface Written {
  content: string;
  parent?: Comment;
  /** Names it to the server, which takes it once however often it is sent. */
  key: string;
}

export const postKey = (videoId: string) => ["comments", videoId, "post"] as const;

/** What has its place in the lists already, a moment before its request is over. */
const landed = new Set<string>();

const rootOf = (parent: Comment | undefined): string | null => parent?.root_id ?? parent?.comment_id ?? null;

/** What is being sent: below a thread's first comment, or the threads themselves. */
export function useSending(videoId: string, root: string | null): Written[] {
  const sending = useMutationState({
    filters: { mutationKey: postKey(videoId), status: "pending" },
    select: (mutation) => mutation.state.variables as Written,
  });
  return sending.filter((written) => rootOf(written.parent) === root && !landed.has(written.key));
}

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
    mutationKey: postKey(videoId),
    mutationFn: ({ content, parent, key: name }: Written) =>
      unwrap(
        api.POST("/api/v1/videos/{id}/comments", {
          params: { path: { id: videoId }, header: { "Idempotency-Key": name } },
          body: { content, parent_id: parent?.comment_id ?? null },
        }),
      ),
    onSuccess: (comment, written) => {
      landed.add(written.key);
      addCached(client, videoId, comment);
      if (comment.status !== "approved") toast(t(($) => $.waits));
      if (comment.root_id === null) return;
      const { queryKey } = repliesQuery(videoId, comment.root_id);
      if (client.getQueryData(queryKey) === undefined) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      toastError(t(($) => $.notPosted, { reason: problemText(error) }));
      void refresh();
    },
  });

  const edit = useMutation({
    mutationFn: ({ comment, content }: { comment: Comment; content: string }) =>
      unwrap(api.PATCH("/api/v1/comments/{id}", { ...of(comment), body: { content, version: comment.version } })),
    onMutate: ({ comment, content }) => ahead(comment, (each) => ({ ...each, content, is_edited: true })),
    onSuccess: (edited) => {
      if (edited.status !== "approved") toast(t(($) => $.waits));
      mergeCached(client, videoId, edited);
    },
    onError: (error, _, before) => {
      undo(error, before);
      void refresh();
    },
  });

  const remove = useMutation({
    mutationFn: (comment: Comment) => unwrap(api.DELETE("/api/v1/comments/{id}", of(comment))),
    onMutate: async (comment) => {
      await client.cancelQueries({ queryKey: key });
      const before = remember(client, videoId);
      dropCached(client, videoId, comment);
      return before;
    },
    onSuccess: () => toast(t(($) => $.deleted)),
    onError: (error, comment, before) => {
      undrop(comment.comment_id);
      undo(error, before);
    },
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

  const write = (content: string, parent?: Comment) =>
    post.mutateAsync({ content, key: randomName(), ...(parent ? { parent } : {}) });

  /** What a screen reader says of the last one that was sent. */
  const said = post.data?.status === "approved" ? t(($) => $.posted) : "";

  return { write, said, edit, remove, vote, pin, heart };
}

export type CommentActions = ReturnType<typeof useCommentActions>;
