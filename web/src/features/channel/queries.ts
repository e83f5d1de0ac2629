import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const channelQuery = (username: string) =>
  queryOptions({
    queryKey: ["channel", username],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/channels/{username}", { params: { path: { username } }, signal })),
  });
