import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Video } from "@/api/types";
import { toastError } from "@/ui/toast";
import { videoQuery } from "../videos/queries";
import { type Reaction, withReaction } from "./reaction";

/** Likes, dislikes or takes it back: shown at once, taken back with a sentence when the server refuses. */
export function useReact(videoId: string) {
  const { t } = useTranslation("engagement");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = videoQuery(videoId);
  return useMutation({
    mutationKey: ["react", videoId],
    scope: { id: `react ${videoId}` },
    mutationFn: (reaction: Reaction) =>
      unwrap(
        api.POST("/api/v1/videos/{id}/like", {
          params: { path: { id: videoId } },
          body: { action: reaction ?? "remove" },
        }),
      ),
    onMutate: async (reaction) => {
      await client.cancelQueries({ queryKey, exact: true });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, withReaction(before, reaction));
      return before;
    },
    onSuccess: ({ like_count, dislike_count }) => {
      // A later click is already shown; its own answer comes.
      if (client.isMutating({ mutationKey: ["react", videoId] }) > 1) return;
      client.setQueryData(queryKey, (video: Video | undefined) => video && { ...video, like_count, dislike_count });
    },
    onError: (error, _, before) => {
      if (before) client.setQueryData(queryKey, before);
      toastError(t(($) => $.notKept, { reason: problemText(error) }));
    },
  });
}
