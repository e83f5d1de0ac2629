import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const captionsQuery = (videoId: string) =>
  queryOptions({
    queryKey: ["video", videoId, "captions"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/videos/{id}/captions", { params: { path: { id: videoId } }, signal })),
  });

/** Captions with their words, and the tag by which an edit says what it is an edit of. */
export const documentQuery = (videoId: string, name: string) =>
  queryOptions({
    queryKey: ["video", videoId, "captions", name],
    queryFn: async ({ signal }) => {
      const call = api.GET("/api/v1/videos/{id}/captions/{name}", { params: { path: { id: videoId, name } }, signal });
      const document = await unwrap(call);
      return { ...document, tag: (await call).response.headers.get("ETag") ?? "*" };
    },
    // An editor that is open must not have its lines exchanged under the writer's hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** @param file in the address of the words: another edit, another transcript */
export const transcriptQuery = (videoId: string, name: string, file: string) =>
  queryOptions({
    queryKey: ["video", videoId, "transcript", name, file],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/videos/{id}/transcript", {
          params: { path: { id: videoId }, query: { captions: name } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whether a program can write drafts, and how far one is; read often while it writes. */
export const draftingQuery = (videoId: string) =>
  queryOptions({
    queryKey: ["video", videoId, "caption-draft"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/videos/{id}/caption-draft", { params: { path: { id: videoId } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.draft?.state === "waiting" ? 2_500 : false),
  });
