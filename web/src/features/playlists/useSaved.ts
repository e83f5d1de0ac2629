import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { PlaylistPage } from "@/api/types";
import { toastError } from "@/ui/toast";
import { myPlaylistsQuery } from "./queries";

interface Wish {
  list: string;
  saved: boolean;
}

/** Puts a video into lists and takes it out again; the tick is there at once and goes back when the server refuses. */
export function useSaved(video: string) {
  const { t } = useTranslation("playlists");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = myPlaylistsQuery(video);

  const mark = ({ list, saved }: Wish) =>
    client.setQueryData<InfiniteData<PlaylistPage>>(queryKey, (data) =>
      data
        ? {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              playlists: page.playlists.map((each) =>
                each.playlist_id === list ? { ...each, contains_video: saved } : each,
              ),
            })),
          }
        : data,
    );

  const save = useMutation({
    mutationFn: async ({ list, saved }: Wish) => {
      const params = { path: { id: list, video } };
      if (saved) await unwrap(api.PUT("/api/v1/playlists/{id}/videos/{video}", { params }));
      else await unwrap(api.DELETE("/api/v1/playlists/{id}/videos/{video}", { params }));
    },
    onMutate: async (wish) => {
      await client.cancelQueries({ queryKey });
      mark(wish);
    },
    onError: (error, wish) => {
      mark({ ...wish, saved: !wish.saved });
      toastError(t(($) => $.notChanged, { reason: problemText(error) }));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["playlist"] });
      return client.invalidateQueries({ queryKey: ["me", "playlists"] });
    },
  });
  return save;
}
