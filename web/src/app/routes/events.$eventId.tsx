import { createFileRoute } from "@tanstack/react-router";
import { worldEventQuery } from "@/features/worldevents/queries";
import { WorldEventPage } from "@/features/worldevents/WorldEventPage";

export const Route = createFileRoute("/events/$eventId")({
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(worldEventQuery(params.eventId));
  },
  component: Event,
});

function Event() {
  return <WorldEventPage {...Route.useParams()} />;
}
