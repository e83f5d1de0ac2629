import { createFileRoute } from "@tanstack/react-router";
import { myVideosQuery, type StudioFilter, sorts, statuses } from "@/features/studio/queries";
import { StudioPage } from "@/features/studio/StudioPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/studio/")({
  beforeLoad: requireSignedIn,
  validateSearch: ({ q, status, sort }): StudioFilter => {
    const knownStatus = statuses.find((each) => each === status);
    const knownSort = sorts.find((each) => each === sort && each !== "newest");
    return {
      ...((typeof q === "string" && q !== "") || typeof q === "number" ? { q: String(q).slice(0, 255) } : {}),
      ...(knownStatus ? { status: knownStatus } : {}),
      ...(knownSort ? { sort: knownSort } : {}),
    };
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(myVideosQuery(deps));
  },
  component: Studio,
});

function Studio() {
  const navigate = Route.useNavigate();
  return (
    <StudioPage
      filter={Route.useSearch()}
      onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
