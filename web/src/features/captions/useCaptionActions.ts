import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, sendFile, unwrap } from "@/api/client";
import type { CaptionInfo } from "@/api/types";
import { videoQuery } from "../videos/queries";
import { captionsQuery, draftingQuery } from "./queries";

export interface NewCaptions {
  language: string;
  label: string;
  content: Blob;
}

/** What an owner does with the captions of a video. Each shows in the list and in the player at once. */
export function useCaptionActions(videoId: string) {
  const client = useQueryClient();
  const path = `/api/v1/videos/${videoId}/captions`;
  const changed = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: captionsQuery(videoId).queryKey, exact: true }),
      client.invalidateQueries({ queryKey: videoQuery(videoId).queryKey, exact: true }),
    ]);
  const add = useMutation({
    mutationFn: ({ language, label, content }: NewCaptions) => {
      const query = new URLSearchParams({ language, ...(label.trim() === "" ? {} : { label: label.trim() }) });
      return sendFile<CaptionInfo>("POST", `${path}?${query.toString()}`, content);
    },
    onSuccess: changed,
  });
  const replace = useMutation({
    mutationFn: ({ name, file }: { name: string; file: Blob }) =>
      sendFile("PUT", `${path}/${encodeURIComponent(name)}/file`, file),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (name: string) =>
      unwrap(api.DELETE("/api/v1/videos/{id}/captions/{name}", { params: { path: { id: videoId, name } } })),
    onSuccess: changed,
  });
  const draft = useMutation({
    mutationFn: (language: string) =>
      unwrap(
        api.POST("/api/v1/videos/{id}/caption-draft", {
          params: { path: { id: videoId } },
          body: { language: language === "" ? null : language },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: draftingQuery(videoId).queryKey }),
  });
  return { add, replace, remove, draft, changed };
}
