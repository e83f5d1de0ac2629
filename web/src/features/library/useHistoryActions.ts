import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { HistoryPage } from "@/api/types";
import { toast, toastError } from "@/ui/toast";
import { localPositions } from "../player/report";
import { historyChoiceQuery, historyQuery } from "./queries";

type Pages = InfiniteData<HistoryPage>;

/** Changes to the reader's history: seen at once, taken back with a sentence when the server refuses. */
export function useHistoryActions() {
  const { t } = useTranslation("library");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = historyQuery;

  const show = async (change: (pages: Pages) => Pages) => {
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData(queryKey);
    if (before) client.setQueryData(queryKey, change(before));
    return before;
  };
  const back = (error: unknown, before: Pages | undefined) => {
    client.setQueryData(queryKey, before);
    toastError(t(($) => $.notChanged, { reason: problemText(error) }));
  };
  // Everywhere the bars show how far one came.
  const settled = () => {
    for (const key of [queryKey, ["videos"], ["video"], ["playlist"]]) void client.invalidateQueries({ queryKey: key });
  };

  const remove = useMutation({
    mutationFn: (video: string) => unwrap(api.DELETE("/api/v1/me/history/{video}", { params: { path: { video } } })),
    onMutate: (video) =>
      show((pages) => ({
        ...pages,
        pages: pages.pages.map((page) => ({
          ...page,
          videos: page.videos.filter((entry) => entry.video_id !== video),
        })),
      })),
    onSuccess: (_, video) => {
      localPositions.remove(video);
      toast(t(($) => $.removed));
    },
    onError: (error, _, before) => back(error, before),
    onSettled: settled,
  });

  const clear = useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/v1/me/history")),
    onSuccess: () => {
      localPositions.clear();
      client.setQueryData(queryKey, (pages) =>
        pages ? { pages: pages.pages.slice(0, 1).map((page) => ({ ...page, videos: [] })), pageParams: [null] } : pages,
      );
      toast(t(($) => $.cleared));
    },
    onError: (error) => toastError(t(($) => $.notChanged, { reason: problemText(error) })),
    onSettled: settled,
  });

  const pause = useMutation({
    mutationFn: (paused: boolean) => unwrap(api.PUT("/api/v1/me/history/choice", { body: { paused } })),
    onMutate: (paused) => client.setQueryData(historyChoiceQuery.queryKey, { paused }),
    onSuccess: ({ paused }) => toast(t(($) => (paused ? $.paused : $.resumed))),
    onError: (error, paused) => {
      client.setQueryData(historyChoiceQuery.queryKey, { paused: !paused });
      toastError(t(($) => $.notChanged, { reason: problemText(error) }));
    },
  });

  return { remove, clear, pause };
}
