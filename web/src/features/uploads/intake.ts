import { queryOptions } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Privacy } from "@/api/types";
import { stored } from "@/lib/stored";
import { type Refusal, refusalOf } from "./checks";
import { queue } from "./queue";
import { maxSize } from "./server";

/** A file that was not taken, until the person has read why. */
export interface RefusedFile {
  readonly id: number;
  readonly fileName: string;
  readonly refusal: Refusal;
}

export const maxSizeQuery = queryOptions({
  queryKey: ["upload", "max-size"],
  queryFn: async () => (await maxSize()) ?? null,
  staleTime: Number.POSITIVE_INFINITY,
});

let refused: readonly RefusedFile[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly RefusedFile[]): void {
  refused = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRefused = (): readonly RefusedFile[] => useSyncExternalStore(subscribe, () => refused);

export const dismissRefused = (id: number): void => change(refused.filter((each) => each.id !== id));

/** Checks what was dropped or chosen and puts what can be a video into the queue. */
export function takeIn(files: readonly File[], maxBytes: number | undefined): void {
  const refuse = (file: File, refusal: Refusal) => change([...refused, { id: ++lastId, fileName: file.name, refusal }]);
  for (const file of files) {
    const refusal = refusalOf(file, maxBytes);
    if (refusal) refuse(file, refusal);
    else {
      void queue.add(file, defaultPrivacy()).then((result) => {
        if (result === "doubled") refuse(file, { code: "doubled" });
      });
    }
  }
}

const saved = stored("vidstead.upload-privacy");

/** What a new video is at first: as this person chose the last time. */
export function defaultPrivacy(): Privacy {
  const value = saved.get();
  return value === "unlisted" || value === "private" ? value : "public";
}

export const chooseDefaultPrivacy = (privacy: Privacy): void => saved.set(privacy);
