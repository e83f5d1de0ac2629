import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const ranges = ["day", "week", "month", "all"] as const;

export interface TrendingFilter {
  range?: (typeof ranges)[number];
  category?: string;
}

export const USUAL = "week";

/** What many people watch and like, the most of it first. */
export const trendingQuery = ({ range = USUAL, category }: TrendingFilter) =>
  queryOptions({
    queryKey: ["trending", range, category ?? null],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/videos/trending", {
          params: { query: { time_range: range, limit: 50, ...(category === undefined ? {} : { category }) } },
          signal,
        }),
      ),
  });
