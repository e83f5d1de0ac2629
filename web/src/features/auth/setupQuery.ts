import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

/** Whether this site still waits for its first administrator. */
export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/setup", { signal })),
});
