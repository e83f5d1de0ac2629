import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

/** What the reader watched, newest first. */
export const historyQuery = infiniteQueryOptions({
  queryKey: ["me", "history"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/me/history", {
        params: { query: { limit: 30, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => (page.pagination.has_more ? page.pagination.next_cursor : null),
  staleTime: 0,
});

export const historyChoiceQuery = queryOptions({
  queryKey: ["me", "history choice"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/history/choice", { signal })),
});
