import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Bell, Channel, Video } from "@/api/types";
import { toastError } from "@/ui/toast";

interface Standing {
  subscription: Bell | null;
  subscriber_count: number;
}

/** Subscribes with a bell, or with null unsubscribes: shown at once, taken back with a sentence when refused. */
export function useSubscribe(username: string) {
  const { t } = useTranslation("engagement");
  const client = useQueryClient();
  const problemText = useProblemText();

  /** What shows the channel: its page, and the pages of its videos. */
  const shown = (): [QueryKey, Channel | Video][] => {
    const found: [QueryKey, Channel | Video][] = [];
    for (const [key, channel] of client.getQueriesData<Channel>({ queryKey: ["channel", username], exact: true })) {
      if (channel) found.push([key, channel]);
    }
    const pages = { queryKey: ["video"], predicate: ({ queryKey }: { queryKey: QueryKey }) => queryKey.length === 2 };
    for (const [key, video] of client.getQueriesData<Video>(pages)) {
      if (video?.user.username === username) found.push([key, video]);
    }
    return found;
  };
  const change = (next: (now: Standing) => Standing) => {
    for (const [key, data] of shown()) client.setQueryData(key, { ...data, ...next(data) });
  };

  return useMutation({
    mutationKey: ["subscribe", username],
    scope: { id: `subscribe ${username}` },
    mutationFn: (bell: Bell | null) => {
      const params = { path: { username } };
      return unwrap(
        bell === null
          ? api.DELETE("/api/v1/channels/{username}/subscription", { params })
          : api.PUT("/api/v1/channels/{username}/subscription", { params, body: { bell } }),
      );
    },
    onMutate: async (bell) => {
      await client.cancelQueries({ queryKey: ["channel", username] });
      const before = shown();
      change(({ subscription, subscriber_count: count }) => ({
        subscription: bell,
        subscriber_count: Math.max(0, count + Number(bell !== null) - Number(subscription !== null)),
      }));
      return before;
    },
    onSuccess: ({ bell, subscriber_count }) => {
      if (client.isMutating({ mutationKey: ["subscribe", username] }) > 1) return;
      change(() => ({ subscription: bell, subscriber_count }));
      void client.invalidateQueries({ queryKey: ["subscriptions"] });
    },
    onError: (error, _, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data);
      toastError(t(($) => $.notKept, { reason: problemText(error) }));
    },
  });
}
