import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const VIDEOS = 24;
const CHANNELS = 50;

/** Public videos of the channels that one follows, the newest first. */
export const feedQuery = infiniteQueryOptions({
  queryKey: ["subscriptions", "videos"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/me/subscriptions/videos", {
        params: { query: { limit: VIDEOS, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

/** The channels that one follows, the latest first. */
export const followedQuery = infiniteQueryOptions({
  queryKey: ["subscriptions", "channels"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/me/subscriptions", {
        params: { query: { limit: CHANNELS, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});
