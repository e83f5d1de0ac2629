import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const experimentsQuery = queryOptions({
  queryKey: ["admin", "experiments"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/experiments", { signal })),
  staleTime: 10_000,
});
