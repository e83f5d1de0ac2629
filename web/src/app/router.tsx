import { createRouter } from "@tanstack/react-router";
import { queryClient } from "./queryClient";
import { routeTree } from "./routeTree.gen";
import { parseSearch, stringifySearch } from "./searchParams";
import { ErrorPage } from "./shell/ErrorPage";
import { NotFoundPage } from "./shell/NotFoundPage";

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPreloadDelay: 60,
  // Freshness is TanStack Query's business.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
});

// After a navigation the keyboard and the screen reader start at the new page's content, not at the old link.
let path = router.state.location.pathname;
router.subscribe("onRendered", ({ toLocation }) => {
  if (toLocation.pathname === path) return;
  path = toLocation.pathname;
  document.getElementById("content")?.focus({ preventScroll: true });
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
