import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { toastError } from "@/ui/toast";
import { refusalsQuery, tasteQuery } from "./queries";
import { type Refusal, withoutRefusal, withRefusal } from "./refusals";

export const useRefusals = (): readonly Refusal[] => useQuery(refusalsQuery).data;

/** Refuses at a card and takes it back: acts at once, and is undone with a sentence when the server refuses. */
export function useRefuse(videoId: string) {
  const { t } = useTranslation("recommend");
  const client = useQueryClient();
  const problemText = useProblemText();

  const show = (change: (refusals: readonly Refusal[]) => Refusal[]) =>
    client.setQueryData(refusalsQuery.queryKey, (refusals) => change(refusals ?? []));
  const add = (refusal: Refusal) => show((refusals) => withRefusal(refusals, refusal));
  const drop = (refusal: Refusal) => show((refusals) => withoutRefusal(refusals, refusal));
  const sorry = (error: unknown) => toastError(t(($) => $.notChanged, { reason: problemText(error) }));
  const onSettled = () => client.invalidateQueries({ queryKey: tasteQuery.queryKey });
  // A refusal and its way back reach the server in this order.
  const scope = { id: `refuse ${videoId}` };

  const refuse = useMutation({
    scope,
    mutationFn: sendRefusal,
    onMutate: add,
    onError: (error, refusal) => {
      drop(refusal);
      sorry(error);
    },
    onSettled,
  });
  const takeBack = useMutation({
    scope,
    mutationFn: sendWelcome,
    onMutate: drop,
    onError: (error, refusal) => {
      add(refusal);
      sorry(error);
    },
    onSettled,
  });
  return { refuse: refuse.mutate, takeBack: takeBack.mutate };
}

const sendRefusal = ({ kind, videoId: id, username }: Refusal) =>
  unwrap(
    kind === "video"
      ? api.PUT("/api/v1/videos/{id}/not-interested", { params: { path: { id } } })
      : api.PUT("/api/v1/channels/{username}/not-recommended", { params: { path: { username } } }),
  );

const sendWelcome = ({ kind, videoId: id, username }: Refusal) =>
  unwrap(
    kind === "video"
      ? api.DELETE("/api/v1/videos/{id}/not-interested", { params: { path: { id } } })
      : api.DELETE("/api/v1/channels/{username}/not-recommended", { params: { path: { username } } }),
  );
