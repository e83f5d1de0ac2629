import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { toast, toastError } from "@/ui/toast";
import { entriesOf, moved, neighbourAt, type Pages, without } from "./order";
import { playlistQuery, playlistVideosQuery } from "./queries";

/** Changes to what is in a list: seen at once, taken back with a sentence when the server refuses. */
export function useListActions(id: string) {
  const { t } = useTranslation("playlists");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = playlistVideosQuery(id);

  const edit = async (change: (pages: Pages) => Pages) => {
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData(queryKey);
    if (before) client.setQueryData(queryKey, change(before));
    return before;
  };
  const back = (error: unknown, before: Pages | undefined) => {
    client.setQueryData(queryKey, before);
    toastError(t(($) => $.notChanged, { reason: problemText(error) }));
    void client.invalidateQueries({ queryKey });
  };
  const settled = () => {
    void client.invalidateQueries({ queryKey: playlistQuery(id).queryKey, exact: true });
    void client.invalidateQueries({ queryKey: ["me", "playlists"] });
  };

  const move = useMutation({
    // One after the other: each names its neighbour as the one before left it.
    scope: { id: `playlist ${id}` },
    mutationFn: ({ item, after }: { item: string; to: number; after: string | null }) =>
      unwrap(api.POST("/api/v1/playlists/{id}/items/{item}/move", { params: { path: { id, item } }, body: { after } })),
    onMutate: ({ item, to }) => edit((pages) => moved(pages, item, to)),
    onError: (error, _, before) => back(error, before),
    onSettled: settled,
  });

  const remove = useMutation({
    mutationFn: (item: string) =>
      unwrap(api.DELETE("/api/v1/playlists/{id}/items/{item}", { params: { path: { id, item } } })),
    onMutate: (item) => edit((pages) => without(pages, item)),
    onSuccess: () => toast(t(($) => $.removed)),
    onError: (error, _, before) => back(error, before),
    onSettled: settled,
  });

  return {
    /** @param to the place in the list, from 0 */
    move: (item: string, to: number) => {
      const entries = entriesOf(client.getQueryData(queryKey));
      move.mutate({ item, to, after: neighbourAt(entries, item, to) });
    },
    remove: (item: string) => remove.mutate(item),
  };
}
