import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { ProblemError } from "@/api/problem";
import type { Cue } from "./cues";
import { useCaptionActions } from "./useCaptionActions";

export interface SavedLines {
  cues: readonly Cue[];
  preferred: boolean;
}

/** Saves all lines, unless somebody else did since they were read. Lines without words are left out. */
export function useSaveCues(videoId: string, name: string, readTag: string) {
  const [tag, setTag] = useState(readTag);
  const { changed } = useCaptionActions(videoId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ cues, preferred }: SavedLines) => {
      const call = api.PUT("/api/v1/videos/{id}/captions/{name}", {
        params: { path: { id: videoId, name }, header: { "If-Match": tag } },
        body: {
          cues: cues.filter(({ text }) => text.trim() !== "").map(({ start, end, text }) => ({ start, end, text })),
          preferred,
        },
      });
      await unwrap(call);
      return (await call).response.headers.get("ETag") ?? "*";
    },
    onSuccess: async (next) => {
      setTag(next);
      await changed();
    },
  });
  return { mutate, isPending, error, clash: error instanceof ProblemError && error.status === 412 };
}
