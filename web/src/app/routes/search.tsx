import { createFileRoute } from "@tanstack/react-router";
import { searchQuery } from "@/features/search/queries";
import { SearchPage } from "@/features/search/SearchPage";
import { asksNothing, parseSearch } from "@/features/search/state";

export const Route = createFileRoute("/search")({
  validateSearch: parseSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    if (!asksNothing(deps)) void queryClient.prefetchInfiniteQuery(searchQuery(deps));
  },
  component: SearchRoute,
});

function SearchRoute() {
  const navigate = Route.useNavigate();
  return (
    <SearchPage
      state={Route.useSearch()}
      onState={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
