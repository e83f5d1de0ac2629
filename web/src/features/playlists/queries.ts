import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

/** Names the reader's own list of videos for later, and those that they like, where a playlist's id stands. */
export const WATCH_LATER = "watch-later";
export const LIKED = "liked";

const PAGE = 50;

const next = (page: { pagination: { has_more: boolean; next_cursor: string | null } }) =>
  page.pagination.has_more ? page.pagination.next_cursor : null;

const after = (cursor: string | null) => (cursor === null ? {} : { cursor });

export const playlistQuery = (id: string) =>
  queryOptions({
    queryKey: ["playlist", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/playlists/{id}", { params: { path: { id } }, signal })),
  });

/** What is in a list, page by page; a number shuffles it, the same way each time. */
export const playlistVideosQuery = (id: string, shuffle?: number) =>
  infiniteQueryOptions({
    queryKey: ["playlist", id, "videos", shuffle ?? null],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/playlists/{id}/videos", {
          params: {
            path: { id },
            query: { limit: PAGE, ...after(pageParam), ...(shuffle === undefined ? {} : { shuffle }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: next,
  });

/** The reader's lists and those that they fill with others; with a video, each says whether it holds that. */
export const myPlaylistsQuery = (video?: string) =>
  infiniteQueryOptions({
    queryKey: ["me", "playlists", video ?? null],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/me/playlists", {
          params: { query: { limit: 100, ...after(pageParam), ...(video === undefined ? {} : { video }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: next,
  });

/** The public lists of a channel. */
export const channelPlaylistsQuery = (channel: string) =>
  infiniteQueryOptions({
    queryKey: ["channel", channel, "playlists"],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/playlists", { params: { query: { channel, limit: PAGE, ...after(pageParam) } }, signal }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: next,
  });

export const invitationQuery = (id: string) =>
  queryOptions({
    queryKey: ["playlist", id, "invitation"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/playlists/{id}/invitation", { params: { path: { id } }, signal })),
  });

export const collaboratorsQuery = (id: string) =>
  queryOptions({
    queryKey: ["playlist", id, "collaborators"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/playlists/{id}/collaborators", { params: { path: { id } }, signal })),
  });
