import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const worldEventsQuery = queryOptions({
  queryKey: ["world events"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/world-events", { params: { query: { limit: 20 } }, signal })),
  staleTime: 60_000,
});

export const worldEventQuery = (eventId: string) =>
  queryOptions({
    queryKey: ["world events", eventId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/world-events/{id}", { params: { path: { id: eventId } }, signal })),
    staleTime: 60_000,
  });
