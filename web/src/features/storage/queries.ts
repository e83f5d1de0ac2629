import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const storageQuery = queryOptions({
  queryKey: ["admin", "storage"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/storage", { signal })),
  staleTime: 10_000,
});

export const storageUsersQuery = infiniteQueryOptions({
  queryKey: ["admin", "storage", "users"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET("/api/v1/admin/storage/users", { params: { query: { page: pageParam, limit: 25 } }, signal })),
  initialPageParam: 1,
  getNextPageParam: ({ pagination }) => (pagination.has_more ? pagination.page + 1 : null),
});

/** A user's largest videos. */
export const storageVideosQuery = (userId: string) =>
  queryOptions({
    queryKey: ["admin", "storage", "users", userId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/admin/storage/users/{user_id}/videos", {
          params: { path: { user_id: userId }, query: { limit: 10 } },
          signal,
        }),
      ),
  });

/** Read often while everything is being read or mended. */
export const integrityQuery = queryOptions({
  queryKey: ["admin", "integrity"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/integrity", { signal })),
  refetchInterval: ({ state: { data } }) => (data && (data.running !== null || data.repairing > 0) ? 1_000 : false),
});

/** Read often while a run goes on. */
export const reencodeQuery = queryOptions({
  queryKey: ["admin", "reencode"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/reencode", { signal })),
  refetchInterval: ({ state: { data } }) => (data?.runs.some((run) => run.ended_at === null) ? 3_000 : false),
});
