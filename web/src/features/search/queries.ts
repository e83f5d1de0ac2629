import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { SearchPage } from "@/api/types";
import { type SearchState, withFilter } from "./state";

const PAGE = 20;
/** The server shows no result beyond this. */
const DEEPEST = 1000;

export type SearchResult = SearchPage["results"][number];

/** What is found, page by page. */
export const searchQuery = (state: SearchState) =>
  infiniteQueryOptions({
    queryKey: ["search", state],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/search", { params: { query: { ...state, page: pageParam, limit: PAGE } }, signal })),
    initialPageParam: 1,
    getNextPageParam: ({ pagination: { page, has_more } }) =>
      has_more && (page + 1) * PAGE <= DEEPEST ? page + 1 : undefined,
  });

/** How many videos there are of each category, language and channel, whichever of them is chosen. */
export const facetsQuery = (state: SearchState) => {
  const rest = (["category", "language", "channel"] as const).reduce<SearchState>(
    (left, name) => withFilter(left, name, undefined),
    state,
  );
  return queryOptions({
    queryKey: ["search", "facets", rest],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/search", { params: { query: { ...rest, limit: 1, facets: true } }, signal })),
    select: ({ facets }) => facets ?? {},
  });
};

/** Ways to go on from what was typed so far. */
export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ["suggestions", q],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/search/suggest", { params: { query: { q } }, signal })),
    select: ({ suggestions }) => suggestions.slice(0, 8),
    staleTime: 60_000,
    retry: false,
  });

/** What tells a result from all others of its kind. */
export function keyOf(result: SearchResult): string {
  if ("comment_id" in result) return result.comment_id;
  if ("playlist_id" in result) return result.playlist_id;
  return "video_id" in result ? result.video_id : result.user_id;
}

/** All pages in one; what moved to a later page meanwhile is not shown twice. */
export const resultsOf = (pages: readonly SearchPage[]): SearchResult[] => [
  ...new Map(pages.flatMap((page) => page.results.map((result) => [keyOf(result), result]))).values(),
];
