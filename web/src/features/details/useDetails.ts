import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { api } from "@/api/client";
import { toProblem } from "@/api/problem";
import type { Video, VideoPatch } from "@/api/types";
import { videoQuery } from "../videos/queries";
import { Autosave, type Saved } from "./Autosave";
import { type DetailFields, errorOf, fieldsOf } from "./fields";

/** Lives above the pages: what was typed is saved even when one browses on at once. */
const savers = new Map<string, Autosave<DetailFields>>();

function saverOf(videoId: string, client: QueryClient): Autosave<DetailFields> {
  const present = savers.get(videoId);
  if (present) return present;
  const keep = (video: Video, response: Response): Saved<DetailFields> => {
    client.setQueryData(videoQuery(videoId).queryKey, video);
    return { fields: fieldsOf(video), tag: response.headers.get("ETag") };
  };
  const params = { path: { id: videoId } };
  const saver = new Autosave<DetailFields>({
    load: async () => {
      const { data, error, response } = await api.GET("/api/v1/videos/{id}", { params });
      if (!data) throw toProblem(response, error);
      return keep(data, response);
    },
    save: async (changes, tag) => {
      const { data, error, response } = await api.PATCH("/api/v1/videos/{id}", {
        params: tag === null ? params : { ...params, header: { "If-Match": tag } },
        body: changes as VideoPatch,
      });
      if (!data) throw toProblem(response, error);
      const saved = keep(data, response);
      void client.invalidateQueries({ queryKey: ["me", "videos"] });
      return saved;
    },
    valid: (name, value) => errorOf(name, value) === undefined,
    later: (milliseconds, work) => {
      const timer = window.setTimeout(work, milliseconds);
      return () => window.clearTimeout(timer);
    },
  });
  savers.set(videoId, saver);
  return saver;
}

/** A video's details for editing: what to show, how to change it, and how saving goes. */
export function useDetails(videoId: string) {
  const client = useQueryClient();
  const saver = saverOf(videoId, client);
  const { edits, state, contested } = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const { data: video, error } = useQuery(videoQuery(videoId));

  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && void saver.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.unsaved) event.preventDefault();
    };
    window.addEventListener("online", saver.wake);
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("online", saver.wake);
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", hidden);
      saver.close();
    };
  }, [saver]);

  return { video, error, fields: video ? { ...fieldsOf(video), ...edits } : undefined, state, contested, saver };
}
