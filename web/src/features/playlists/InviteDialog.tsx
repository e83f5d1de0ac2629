import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Link2Off, RefreshCw, X } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { copyText } from "@/lib/copyText";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { IconButton } from "@/ui/IconButton";
import { Input } from "@/ui/Input";
import { toast, toastError } from "@/ui/toast";
import { collaboratorsQuery, invitationQuery } from "./queries";

/** The link that lets others fill the list, and who was let in. */
export function InviteDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation("playlists");
  const { t: common } = useTranslation("common");
  const client = useQueryClient();
  const problemText = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  const params = { path: { id } };
  const { data: invitation } = useQuery(invitationQuery(id));
  const { data: people } = useQuery(collaboratorsQuery(id));
  const onError = (error: unknown) => toastError(problemText(error));
  const settle = { onError, onSettled: () => client.invalidateQueries({ queryKey: ["playlist", id] }) };
  const invite = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/playlists/{id}/invitation", { params })),
    ...settle,
  });
  const takeBack = useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/v1/playlists/{id}/invitation", { params })),
    ...settle,
  });
  const remove = useMutation({
    mutationFn: (user: string) =>
      unwrap(api.DELETE("/api/v1/playlists/{id}/collaborators/{user}", { params: { path: { id, user } } })),
    ...settle,
  });
  const token = invitation?.token;
  const link = token ? new URL(`/playlist/${id}?invite=${token}`, window.location.origin).href : "";
  const copy = async () => {
    if (await copyText(link, box.current ?? undefined)) toast(common(($) => $.copied));
  };
  return (
    <Dialog open onOpenChange={onClose} title={t(($) => $.invite.title)} description={t(($) => $.invite.text)}>
      <div ref={box} className="flex flex-col gap-3">
        {token ? (
          <>
            <Input
              label={t(($) => $.invite.link)}
              readOnly
              value={link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <div className="flex flex-wrap gap-2">
              <Button variant="primary" onClick={() => void copy()}>
                <Copy aria-hidden size={18} />
                {common(($) => $.copyLink)}
              </Button>
              <Button busy={invite.isPending} onClick={() => invite.mutate()}>
                <RefreshCw aria-hidden size={18} />
                {t(($) => $.invite.renew)}
              </Button>
              <Button busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
                <Link2Off aria-hidden size={18} />
                {t(($) => $.invite.takeBack)}
              </Button>
            </div>
          </>
        ) : (
          <Button className="self-start" variant="primary" busy={invite.isPending} onClick={() => invite.mutate()}>
            {t(($) => $.invite.make)}
          </Button>
        )}
      </div>
      {people && people.collaborators.length > 0 ? (
        <ul aria-label={t(($) => $.invite.people)} className="mt-5 flex flex-col gap-1">
          {people.collaborators.map(({ user }) => (
            <li key={user.user_id} className="flex items-center gap-3">
              <Avatar name={user.display_name} src={user.avatar_url} size={32} />
              <span className="min-w-0 grow truncate">{user.display_name}</span>
              <IconButton
                label={t(($) => $.invite.remove, { name: user.display_name })}
                tooltip="end"
                icon={<X aria-hidden size={20} />}
                onClick={() => remove.mutate(user.user_id)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
