import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { VideoStatus } from "@/api/types";
import { isMoving, stateOf } from "../processing/videoState";

export type StudioSort = "newest" | "oldest" | "title" | "views";

export interface StudioFilter {
  /** A part of the title. */
  q?: string;
  status?: VideoStatus;
  sort?: StudioSort;
}

export const sorts: readonly StudioSort[] = ["newest", "oldest", "title", "views"];
export const statuses: readonly VideoStatus[] = ["ready", "processing", "uploading", "failed"];

/** The own videos, all states. While one moves, the list is read anew often enough to see it. */
export const myVideosQuery = (filter: StudioFilter) =>
  infiniteQueryOptions({
    queryKey: ["me", "videos", filter],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/me/videos", {
          params: { query: { ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pagination.has_more ? page.pagination.next_cursor : null),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.videos.some((video) => isMoving(stateOf(video)))) ? 2_500 : false,
  });
