import { createFileRoute } from "@tanstack/react-router";
import { worldEventsQuery } from "@/features/worldevents/queries";
import { WorldEventsPage } from "@/features/worldevents/WorldEventsPage";

export const Route = createFileRoute("/events/")({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(worldEventsQuery);
  },
  component: WorldEventsPage,
});
