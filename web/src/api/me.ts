import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap, useSignedIn } from "./client";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me", { signal })),
  staleTime: 60_000,
});

/** The signed-in user, `undefined` while anonymous or not yet known. */
export function useMe() {
  const signedIn = useSignedIn();
  return useQuery({ ...meQuery, enabled: signedIn }).data;
}
