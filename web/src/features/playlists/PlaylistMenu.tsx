import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { EllipsisVertical, Link2, LogOut, Pencil, Trash2, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useMe } from "@/api/me";
import { useProblemText } from "@/api/problemText";
import type { Playlist } from "@/api/types";
import { copyText } from "@/lib/copyText";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem, MenuSeparator } from "@/ui/Menu";
import { toast, toastError } from "@/ui/toast";
import { InviteDialog } from "./InviteDialog";
import { type PlaylistFields, PlaylistForm } from "./PlaylistForm";
import { playlistQuery } from "./queries";

type Open = "edit" | "invite" | "delete" | undefined;

/** What one may do with a list as a whole. */
export function PlaylistMenu({ list }: { list: Playlist }) {
  const { t } = useTranslation("playlists");
  const { t: common } = useTranslation("common");
  const [open, setOpen] = useState<Open>();
  const me = useMe();
  const leave = useGone(list.playlist_id, () =>
    unwrap(
      api.DELETE("/api/v1/playlists/{id}/collaborators/{user}", {
        params: { path: { id: list.playlist_id, user: me?.user_id ?? "" } },
      }),
    ),
  );
  const close = () => setOpen(undefined);
  const copy = async () => {
    const link = new URL(`/playlist/${list.playlist_id}`, window.location.origin).href;
    if (await copyText(link)) toast(common(($) => $.copied));
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <IconButton
            label={t(($) => $.actionsOn, { title: list.title })}
            icon={<EllipsisVertical aria-hidden size={20} />}
          />
        }
      >
        <MenuItem icon={<Link2 aria-hidden size={20} />} onSelect={() => void copy()}>
          {common(($) => $.copyLink)}
        </MenuItem>
        {list.access === "owner" ? (
          <>
            <MenuItem icon={<Pencil aria-hidden size={20} />} onSelect={() => setOpen("edit")}>
              {t(($) => $.edit)}
            </MenuItem>
            <MenuItem icon={<UserPlus aria-hidden size={20} />} onSelect={() => setOpen("invite")}>
              {t(($) => $.invite.open)}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger icon={<Trash2 aria-hidden size={20} />} onSelect={() => setOpen("delete")}>
              {t(($) => $.deleteList)}
            </MenuItem>
          </>
        ) : list.access === "collaborator" ? (
          <MenuItem icon={<LogOut aria-hidden size={20} />} onSelect={() => leave.mutate()}>
            {t(($) => $.leave)}
          </MenuItem>
        ) : null}
      </Menu>
      {open === "edit" ? <EditDialog list={list} onClose={close} /> : null}
      {open === "invite" ? <InviteDialog id={list.playlist_id} onClose={close} /> : null}
      {open === "delete" ? <DeleteDialog list={list} onClose={close} /> : null}
    </>
  );
}

function EditDialog({ list, onClose }: { list: Playlist; onClose: () => void }) {
  const { t } = useTranslation("playlists");
  const { t: common } = useTranslation("common");
  const client = useQueryClient();
  const edit = useMutation({
    mutationFn: (body: PlaylistFields) =>
      unwrap(api.PATCH("/api/v1/playlists/{id}", { params: { path: { id: list.playlist_id } }, body })),
    onSuccess: (edited) => {
      client.setQueryData(playlistQuery(list.playlist_id).queryKey, edited);
      void client.invalidateQueries({ queryKey: ["me", "playlists"] });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={onClose} title={t(($) => $.edit)}>
      <PlaylistForm
        fields={list}
        submit={common(($) => $.save)}
        busy={edit.isPending}
        error={edit.error}
        onSubmit={({ title, description, privacy }) => edit.mutate({ title, description, privacy })}
        onCancel={onClose}
      />
    </Dialog>
  );
}

function DeleteDialog({ list, onClose }: { list: Playlist; onClose: () => void }) {
  const { t } = useTranslation("playlists");
  const { t: common } = useTranslation("common");
  const remove = useGone(list.playlist_id, () =>
    unwrap(api.DELETE("/api/v1/playlists/{id}", { params: { path: { id: list.playlist_id } } })),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(($) => $.deleteTitle)}
      description={t(($) => $.deleteText, { title: list.title })}
      actions={
        <>
          <Button onClick={onClose}>{common(($) => $.cancel)}</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {common(($) => $.delete)}
          </Button>
        </>
      }
    />
  );
}

/** For what takes the list away from its reader: they go on in their library. */
function useGone(id: string, act: () => Promise<unknown>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await navigate({ to: "/library" });
      client.removeQueries({ queryKey: ["playlist", id] });
      void client.invalidateQueries({ queryKey: ["me", "playlists"] });
    },
    onError: (error) => toastError(problemText(error)),
  });
}
