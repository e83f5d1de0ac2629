import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { MyVideo, Pagination, Privacy } from "@/api/types";
import { toast, toastError } from "@/ui/toast";
import { videoQuery } from "../videos/queries";
import { eachOf } from "./eachOf";

const LISTS = ["me", "videos"] as const;
type Page = { videos: MyVideo[]; pagination: Pagination };

/** Changes to rows of the table: seen at once, taken back with a sentence when the server refuses. */
export function useVideoActions() {
  const { t } = useTranslation("studio");
  const client = useQueryClient();
  const problemText = useProblemText();

  const failed = (failures: readonly { id: string; error: unknown }[], count: number) => {
    const [first] = failures;
    if (!first) return;
    const reason = problemText(first.error);
    toastError(
      count === 1
        ? t(($) => $.notChanged, { reason })
        : t(($) => $.notAllChanged, { failed: failures.length, count, reason }),
    );
  };

  const change = useMutation({
    mutationFn: ({ ids, ...changes }: Changes) =>
      eachOf(ids, async (id) => {
        const video = await unwrap(api.PATCH("/api/v1/videos/{id}", { params: { path: { id } }, body: changes }));
        client.setQueryData(videoQuery(id).queryKey, video);
      }),
    onMutate: async ({ ids, ...changes }) => {
      await client.cancelQueries({ queryKey: LISTS });
      const before = new Map(rowsOf(client).map((row) => [row.video_id, row]));
      editRows(client, (row) => (ids.includes(row.video_id) ? { ...row, ...changes } : row));
      return before;
    },
    onSuccess: (failures, { ids }, before) => {
      for (const { id } of failures) {
        const row = before.get(id);
        if (row)
          editRows(client, (each) =>
            each.video_id === id ? { ...each, title: row.title, privacy: row.privacy } : each,
          );
      }
      failed(failures, ids.length);
      if (ids.length > 1 && failures.length === 0) toast(t(($) => $.changed, { count: ids.length }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: LISTS }),
  });

  const remove = useMutation({
    mutationFn: (ids: readonly string[]) =>
      eachOf(ids, async (id) => {
        await unwrap(api.DELETE("/api/v1/videos/{id}", { params: { path: { id } } }));
      }),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey: LISTS });
      const before = client.getQueriesData<InfiniteData<Page>>({ queryKey: LISTS });
      editRows(client, (row) => (ids.includes(row.video_id) ? null : row));
      return before;
    },
    onSuccess: (failures, ids, before) => {
      if (failures.length > 0) {
        for (const [key, data] of before) client.setQueryData(key, data);
        const kept = new Set(failures.map(({ id }) => id));
        editRows(client, (row) => (ids.includes(row.video_id) && !kept.has(row.video_id) ? null : row));
      }
      failed(failures, ids.length);
      const gone = ids.length - failures.length;
      if (gone > 0) toast(t(($) => $.deleted, { count: gone }));
      for (const id of ids) client.removeQueries({ queryKey: videoQuery(id).queryKey });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: LISTS });
      void client.invalidateQueries({ queryKey: ["videos"] });
      void client.invalidateQueries({ queryKey: ["me"], exact: true });
    },
  });

  return {
    rename: (id: string, title: string) => change.mutate({ ids: [id], title }),
    setPrivacy: (ids: readonly string[], privacy: Privacy) => change.mutate({ ids, privacy }),
    remove: remove.mutateAsync,
    removing: remove.isPending,
  };
}

interface Changes {
  ids: readonly string[];
  title?: string;
  privacy?: Privacy;
}

function rowsOf(client: QueryClient): MyVideo[] {
  return client
    .getQueriesData<InfiniteData<Page>>({ queryKey: LISTS })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.videos) ?? []);
}

/** Changes rows in every list that is loaded; `null` takes one out. */
function editRows(client: QueryClient, edit: (row: MyVideo) => MyVideo | null): void {
  client.setQueriesData<InfiniteData<Page>>({ queryKey: LISTS }, (data) =>
    data
      ? {
          ...data,
          pages: data.pages.map((page) => {
            const videos = page.videos.map(edit).filter((row) => row !== null);
            const total = page.pagination.total - (page.videos.length - videos.length);
            return { videos, pagination: { ...page.pagination, total } };
          }),
        }
      : data,
  );
}
