import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export interface VideoFilter {
  category?: string | undefined;
  /** A channel's user name. */
  channel?: string | undefined;
  sort?: "newest" | "popular" | undefined;
}

const PAGE = 24;

/** Public videos, page by page. */
export const videosQuery = (filter: VideoFilter) =>
  infiniteQueryOptions({
    queryKey: ["videos", filter],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/videos", {
          params: { query: { ...defined(filter), limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pagination.has_more ? page.pagination.next_cursor : null),
  });

export const videoQuery = (id: string) =>
  queryOptions({
    queryKey: ["video", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/videos/{id}", { params: { path: { id } }, signal })),
  });

/** How far a video is on its way from upload to all its qualities. */
export const statusQuery = (id: string) =>
  queryOptions({
    queryKey: ["video", id, "status"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/videos/{id}/status", { params: { path: { id } }, signal })),
    staleTime: 0,
  });

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/categories", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined: a query parameter is there or it is not. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
