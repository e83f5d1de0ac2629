import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const sorts = ["top", "newest", "oldest"] as const;
export type CommentSort = (typeof sorts)[number];

const PAGE = 20;

/** All lists of a video's comments begin with this key. */
export const commentsKey = (videoId: string) => ["comments", videoId] as const;

interface Part {
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

export const threadsQuery = (videoId: string, sort: CommentSort) => list(videoId, { sort });

/** Everything below a thread's first comment, oldest first. */
export const repliesQuery = (videoId: string, rootId: string) => list(videoId, { root_id: rootId });

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
