import { createFileRoute } from "@tanstack/react-router";
import { ranges, type TrendingFilter, trendingQuery } from "@/features/trending/queries";
import { TrendingPage } from "@/features/trending/TrendingPage";
import { categoriesQuery } from "@/features/videos/queries";

export const Route = createFileRoute("/trending")({
  validateSearch: ({ range, category }): TrendingFilter => {
    const known = ranges.find((each) => each === range);
    return { ...(known ? { range: known } : {}), ...(typeof category === "string" ? { category } : {}) };
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    void queryClient.prefetchQuery(trendingQuery(deps));
  },
  component: Trending,
});

function Trending() {
  return <TrendingPage {...Route.useSearch()} />;
}
