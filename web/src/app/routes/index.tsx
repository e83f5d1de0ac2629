import { createFileRoute } from "@tanstack/react-router";
import { type HomeFilter, HomePage } from "@/features/home/HomePage";
import { rowsQuery } from "@/features/recommend/queries";
import { categoriesQuery, videosQuery } from "@/features/videos/queries";
import { worldEventsQuery } from "@/features/worldevents/queries";

export const Route = createFileRoute("/")({
  validateSearch: ({ category, sort }): HomeFilter => ({
    ...(typeof category === "string" ? { category } : {}),
    ...(sort === "popular" ? { sort } : {}),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { category, sort } }) => {
    // Started, not awaited: the skeleton is the waiting.
    void queryClient.prefetchQuery(categoriesQuery);
    if (category === undefined && sort === undefined) {
      void queryClient.prefetchQuery(rowsQuery);
      void queryClient.prefetchQuery(worldEventsQuery);
    }
    void queryClient.prefetchInfiniteQuery(videosQuery({ category, sort }));
  },
  component: Home,
});

function Home() {
  return <HomePage {...Route.useSearch()} />;
}
