import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { toastError } from "@/ui/toast";
import { refusalsQuery, tasteQuery } from "./queries";
import { foreseen, type TasteAction } from "./taste";

const CHANGE = ["taste"];

/** Changes the profile: seen at once, taken back with a sentence when the server refuses. */
export function useTaste() {
  const { t } = useTranslation("recommend");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = tasteQuery;
  return useMutation({
    mutationKey: CHANGE,
    scope: { id: "taste" },
    mutationFn: send,
    onMutate: async (action) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, foreseen(before, action));
      return before;
    },
    onSuccess: (_, action) => {
      if (action.kind !== "change" && action.kind !== "forget") {
        client.setQueryData(refusalsQuery.queryKey, (refusals) => refusals?.filter((each) => !allows(action, each)));
      }
    },
    onError: (error, _, before) => {
      client.setQueryData(queryKey, before);
      toastError(t(($) => $.notChanged, { reason: problemText(error) }));
    },
    onSettled: () => {
      // What a later change already shows is not to flicker.
      if (client.isMutating({ mutationKey: CHANGE }) > 1) return;
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: ["recommendations"] });
    },
  });
}

async function send(action: TasteAction): Promise<void> {
  switch (action.kind) {
    case "change":
      await unwrap(api.PATCH("/api/v1/me/taste", { body: action.changes }));
      return;
    case "forget":
      await unwrap(api.DELETE("/api/v1/me/taste/videos/{video}", { params: { path: { video: action.videoId } } }));
      return;
    case "allow-video":
      await unwrap(api.DELETE("/api/v1/videos/{id}/not-interested", { params: { path: { id: action.videoId } } }));
      return;
    case "allow-channel": {
      const { username } = action;
      await unwrap(api.DELETE("/api/v1/channels/{username}/not-recommended", { params: { path: { username } } }));
      return;
    }
    case "reset":
      await unwrap(api.DELETE("/api/v1/me/taste"));
  }
}

function allows(action: TasteAction, { kind, videoId, username }: { kind: string; videoId: string; username: string }) {
  if (action.kind === "allow-video") return kind === "video" && videoId === action.videoId;
  if (action.kind === "allow-channel") return kind === "channel" && username === action.username;
  return action.kind === "reset";
}
