import { notifyManager, QueryClient } from "@tanstack/react-query";
import { session } from "@/api/client";
import { ProblemError } from "@/api/problem";
import { unsubscribeHere } from "@/features/notifications/push";
import { localPositions } from "@/features/player/report";
import { recentSearches } from "@/features/search/recent";

// Within the event that changed something: a box that was clicked would else go back for a moment, before it shows it.
notifyManager.setScheduler(queueMicrotask);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server refuses it refuses again; only lost connections and its own faults are worth another try.
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500),
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4000),
    },
  },
});

// Another person, or nobody: nothing of the former one's may stay.
let kind = session.snapshot().kind;
session.subscribe(() => {
  const now = session.snapshot().kind;
  const changed = now !== kind && !(kind === "unknown" && now === "signed-in");
  kind = now;
  if (changed) void queryClient.resetQueries();
  if (changed && now === "anonymous") forgetPerson();
});

/** What this browser itself keeps of a person. */
function forgetPerson(): void {
  recentSearches.clear();
  localPositions.clear();
  // Where the browser cannot, it has none either.
  void unsubscribeHere().catch(() => undefined);
}
