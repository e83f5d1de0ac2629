import "./i18n/texts";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { startTransition, useEffect, useOptimistic, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Skeleton } from "@/ui/Skeleton";
import { ListProblem } from "../videos/ListProblem";
import { type PlaylistFields, PlaylistForm } from "./PlaylistForm";
import { PrivacyIcon } from "./PrivacyIcon";
import { myPlaylistsQuery, WATCH_LATER } from "./queries";
import { useSaved } from "./useSaved";

interface SaveDialogProps {
  video: { video_id: string; title: string };
  onClose: () => void;
}

/** In which lists a video is: a tick each, and a new one on the spot. */
export function SaveDialog({ video, onClose }: SaveDialogProps) {
  const { t } = useTranslation("playlists");
  const [making, setMaking] = useState(false);
  const save = useSaved(video.video_id);
  const mine = useInfiniteQuery(myPlaylistsQuery(video.video_id));
  const { data, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage } = mine;
  const wanting = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wanting) void fetchNextPage();
  }, [wanting, fetchNextPage]);
  const lists = data?.pages.flatMap((page) => page.playlists);
  const later = lists?.find((list) => list.kind === "watch_later");
  const toggle = (list: string) => (saved: boolean) => save.mutateAsync({ list, saved });

  return (
    <Dialog open onOpenChange={onClose} title={t(($) => $.saveTitle)} description={video.title}>
      {lists ? (
        <ul className="flex flex-col">
          <Choice
            title={t(($) => $.watchLater)}
            privacy="private"
            saved={later?.contains_video === true}
            onChange={toggle(later?.playlist_id ?? WATCH_LATER)}
          />
          {lists
            .filter((list) => list.kind === "own")
            .map((list) => (
              <Choice
                key={list.playlist_id}
                title={list.title}
                privacy={list.privacy}
                saved={list.contains_video === true}
                onChange={toggle(list.playlist_id)}
              />
            ))}
        </ul>
      ) : null}
      {isPending ? (
        <div aria-busy="true" className="flex flex-col gap-3">
          <Skeleton className="h-8" />
          <Skeleton className="h-8" />
        </div>
      ) : null}
      <ListProblem list={mine} />
      {making ? (
        <NewPlaylist videoId={video.video_id} onDone={() => setMaking(false)} />
      ) : (
        <Button className="mt-4" onClick={() => setMaking(true)}>
          <Plus aria-hidden size={18} />
          {t(($) => $.newPlaylist)}
        </Button>
      )}
    </Dialog>
  );
}

interface ChoiceProps {
  title: string;
  privacy: "public" | "unlisted" | "private";
  saved: boolean;
  /** Until it ends the wish stands for the answer; a refusal has been told when it fails. */
  onChange: (saved: boolean) => Promise<void>;
}

function Choice({ title, privacy, saved, onChange }: ChoiceProps) {
  const [shown, show] = useOptimistic(saved);
  const choose = (wish: boolean) =>
    startTransition(async () => {
      show(wish);
      await onChange(wish).catch(() => undefined);
    });
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-1 hover:bg-hover">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => choose(event.currentTarget.checked)}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 grow truncate">{title}</span>
        <PrivacyIcon privacy={privacy} />
      </label>
    </li>
  );
}

/** Makes a list with the video in it. */
function NewPlaylist({ videoId, onDone }: { videoId: string; onDone: () => void }) {
  const { t } = useTranslation("playlists");
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: async (fields: PlaylistFields) => {
      const list = await unwrap(api.POST("/api/v1/playlists", { body: fields }));
      const path = { id: list.playlist_id, video: videoId };
      await unwrap(api.PUT("/api/v1/playlists/{id}/videos/{video}", { params: { path } }));
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ["me", "playlists"] }),
  });
  return (
    <div className="mt-4 border-t border-line pt-4">
      <PlaylistForm
        submit={t(($) => $.create)}
        busy={create.isPending}
        error={create.error}
        onSubmit={create.mutate}
        onCancel={onDone}
      />
    </div>
  );
}
