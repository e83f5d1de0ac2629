import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { ProblemError } from "@/api/problem";
import type { Comment, CommentPage } from "@/api/types";

export const sorts = ["top", "newest", "oldest"] as const;
export type CommentSort = (typeof sorts)[number];

const PAGE = 20;

/** All lists of a video's comments begin with this key. */
export const commentsKey = (videoId: string) => ["comments", videoId] as const;

export interface Part {
  sort?: CommentSort;
  /** All below this comment, which begins a thread. */
  root_id?: string;
}

const list = (videoId: string, part: Part) =>
  infiniteQueryOptions({
    queryKey: [...commentsKey(videoId), part] as const,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/videos/{id}/comments", {
          params: {
            path: { id: videoId },
            query: { ...part, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pagination.has_more ? page.pagination.next_cursor : null),
  });

/** The comments of all pages; one that moved from page to page while they were read is there once. */
export function once(data: { pages: readonly CommentPage[] } | undefined): Comment[] {
  const all = new Map<string, Comment>();
  for (const comment of data?.pages.flatMap((page) => page.comments) ?? []) {
    if (!all.has(comment.comment_id)) all.set(comment.comment_id, comment);
  }
  return [...all.values()];
}

export const threadsQuery = (videoId: string, sort: CommentSort) => list(videoId, { sort });

/** Everything below a thread's first comment, oldest first. */
export const repliesQuery = (videoId: string, rootId: string) => list(videoId, { root_id: rootId });

/** All threads of a video that were looked up for one comment begin with this key. */
export const linkedKey = (videoId: string) => ["comment-linked", videoId] as const;

const find = (id: string, signal: AbortSignal) =>
  unwrap(api.GET("/api/v1/comments/{id}", { params: { path: { id } }, signal }));

const orGone = (error: unknown) => {
  if (error instanceof ProblemError && (error.status === 404 || error.status === 400)) return null;
  throw error;
};

/** The thread that a comment is in, by the comment that begins it; null when the comment is not there. */
export const linkedQuery = (videoId: string, id: string) =>
  queryOptions({
    queryKey: [...linkedKey(videoId), id],
    queryFn: async ({ signal }): Promise<Comment | null> => {
      const comment = await find(id, signal).catch(orGone);
      if (comment === null || comment.video_id !== videoId) return null;
      if (comment.root_id === null) return comment;
      return (await find(comment.root_id, signal).catch(orGone)) ?? stoneAbove(comment, comment.root_id);
    },
  });

/** What begins the thread is gone; what was said below it is not. */
const stoneAbove = (reply: Comment, id: string): Comment => ({
  ...reply,
  comment_id: id,
  parent_id: null,
  root_id: null,
  user: null,
  content: "",
  reply_count: 1,
  is_deleted: true,
  is_pinned: false,
});

/** What a comment said before; for its author and those who review it. */
export const versionsQuery = (comment: Comment) =>
  queryOptions({
    queryKey: ["comment-versions", comment.comment_id, comment.version],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/comments/{id}/versions", { params: { path: { id: comment.comment_id } }, signal })),
  });

/** How one video takes comments; null where it is as the channel has it. */
export const videoCommentsQuery = (videoId: string) =>
  queryOptions({
    queryKey: ["video-comment-settings", videoId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/videos/{id}/comments/settings", { params: { path: { id: videoId } }, signal })),
  });

export const policies = ["open", "held", "closed"] as const;
export type Policy = (typeof policies)[number];

export const queueStates = ["held", "reported", "rejected"] as const;
export type QueueState = (typeof queueStates)[number];

export const queueQuery = (state: QueueState) =>
  infiniteQueryOptions({
    queryKey: ["me", "comments", "queue", state],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/me/comments/queue", {
          params: { query: { state, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pagination.has_more ? page.pagination.next_cursor : null),
  });

export const commentSettingsQuery = queryOptions({
  queryKey: ["me", "comments", "settings"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/comments/settings", { signal })),
});
