import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { NotificationPreferences, NotificationPreferencesChange } from "@/api/types";

const all = ["notifications"];

export const inboxQuery = infiniteQueryOptions({
  queryKey: [...all, "inbox"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/notifications", {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: ({ next_cursor }) => next_cursor,
});

export const preferencesQuery = queryOptions({
  queryKey: ["notification-preferences"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/notifications/preferences", { signal })),
});

export const browsersQuery = queryOptions({
  queryKey: ["push-subscriptions"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/push/subscriptions", { signal })),
});

export const mailsQuery = infiniteQueryOptions({
  queryKey: ["admin", "mail"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/admin/mail", {
        params: { query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: ({ next_cursor }) => next_cursor,
});

export const mailQuery = (id: number) =>
  queryOptions({
    queryKey: ["admin", "mail", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/mail/{id}", { params: { path: { id } }, signal })),
  });

/** Reading and removing; whatever shows the inbox follows. */
export function useInboxActions() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: all });
  const read = useMutation({
    mutationFn: (id: string) => unwrap(api.POST("/api/v1/notifications/{id}/read", { params: { path: { id } } })),
    onSettled,
  });
  const readAll = useMutation({ mutationFn: () => unwrap(api.POST("/api/v1/notifications/read")), onSettled });
  const remove = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/v1/notifications/{id}", { params: { path: { id } } })),
    onSettled,
  });
  return { read, readAll, remove };
}

/** A choice shows at once and goes back when the server refuses it; of several, the answer to the last one counts. */
export function useChangePreferences() {
  const client = useQueryClient();
  const { queryKey } = preferencesQuery;
  const mutationKey = ["notification-preferences"];
  return useMutation({
    mutationKey,
    scope: { id: "notification-preferences" },
    mutationFn: (body: NotificationPreferencesChange) =>
      unwrap(api.PATCH("/api/v1/notifications/preferences", { body })),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, before && changed(before, change));
      return before;
    },
    onSuccess: (preferences) => {
      if (client.isMutating({ mutationKey }) === 1) client.setQueryData(queryKey, preferences);
    },
    onError: (_, __, before) => {
      client.setQueryData(queryKey, before);
      if (client.isMutating({ mutationKey }) === 1) void client.invalidateQueries({ queryKey });
    },
  });
}

function changed(before: NotificationPreferences, { digest, kinds = [] }: NotificationPreferencesChange) {
  return {
    digest: digest ?? before.digest,
    kinds: before.kinds.map((row) => ({ ...row, ...kinds.find(({ kind }) => kind === row.kind) })),
  };
}
