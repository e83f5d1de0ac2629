import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Refusal } from "./refusals";

/** The rows of the home page. They do not change under a reader's eyes because the window was elsewhere. */
export const rowsQuery = queryOptions({
  queryKey: ["recommendations", "home"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/recommendations/home", { signal })),
  staleTime: 10_000,
  refetchOnWindowFocus: false,
});

/** What goes with a video. */
export const relatedQuery = (id: string) =>
  queryOptions({
    queryKey: ["recommendations", "related", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/videos/{id}/related", { params: { path: { id }, query: { limit: 24 } }, signal })),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** What recommendations think the reader likes. */
export const tasteQuery = queryOptions({
  queryKey: ["me", "taste"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/taste", { signal })),
  staleTime: 5_000,
});

/** What was refused since the page was loaded; kept beside the server's lists, which may be older. */
export const refusalsQuery = queryOptions({
  queryKey: ["me", "refusals"],
  queryFn: (): readonly Refusal[] => [],
  initialData: [],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});
