import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

/** How much is unread: read anew when the page is looked at again, and once a minute meanwhile. */
export const unreadQuery = queryOptions({
  queryKey: ["notifications", "unread"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/notifications/unread", { signal })),
  refetchOnWindowFocus: "always",
  refetchInterval: 60_000,
});
