import { createFileRoute } from "@tanstack/react-router";
import { feedQuery, followedQuery } from "@/features/engagement/queries";
import { SubscriptionsPage } from "@/features/engagement/SubscriptionsPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/subscriptions")({
  beforeLoad: requireSignedIn,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchInfiniteQuery(feedQuery);
    void queryClient.prefetchInfiniteQuery(followedQuery);
  },
  component: SubscriptionsPage,
});
