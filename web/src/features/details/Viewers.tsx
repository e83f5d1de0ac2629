import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Input } from "@/ui/Input";
import { toast, toastError } from "@/ui/toast";

/** Who may play a premium video beside its owner; changes take effect at once. */
export function Viewers({ videoId }: { videoId: string }) {
  const { t } = useTranslation("details");
  const problemText = useProblemText();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const queryKey = ["videos", videoId, "viewers"];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/videos/{id}/entitlements", { params: { path: { id: videoId } }, signal })),
  });
  const { mutate, isPending } = useMutation({
    mutationFn: ({ username, may }: { username: string; may: boolean }) => {
      const params = { path: { id: videoId, username } };
      const address = "/api/v1/videos/{id}/entitlements/{username}";
      return unwrap(may ? api.PUT(address, { params }) : api.DELETE(address, { params }));
    },
    onSuccess: (_, { username, may }) => {
      if (may) setName("");
      toast(t(($) => (may ? $.viewerAdded : $.viewerRemoved), { name: username }));
    },
    onError: (error) => toastError(t(($) => $.viewerRefused, { reason: problemText(error) })),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const username = name.trim().replace(/^@/, "");
    if (username) mutate({ username, may: true });
  };
  const viewers = data?.viewers ?? [];
  return (
    <section aria-label={t(($) => $.viewers)} className="flex flex-col gap-3 rounded-card bg-sunken p-4">
      <h3 className="text-sm font-medium">{t(($) => $.viewers)}</h3>
      {viewers.length > 0 ? (
        <ul className="flex flex-col">
          {viewers.map(({ user_id, username, display_name, avatar_url }) => (
            <li key={user_id} className="flex min-h-10 items-center gap-3">
              <Avatar name={display_name} src={avatar_url} size={24} />
              <span className="min-w-0 grow truncate">{display_name}</span>
              <span className="truncate text-xs text-ink-muted">@{username}</span>
              <IconButton
                label={t(($) => $.viewerRemove, { name: display_name })}
                tooltip="end"
                icon={<X aria-hidden size={18} />}
                onClick={() => mutate({ username, may: false })}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-xs text-ink-muted">{t(($) => $.viewersNone)}</p>
      )}
      <form onSubmit={add} className="flex items-end gap-2">
        <Input
          label={t(($) => $.viewerName)}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="grow"
        />
        <Button type="submit" variant="secondary" disabled={isPending || name.trim() === ""}>
          {t(($) => $.viewerAdd)}
        </Button>
      </form>
    </section>
  );
}
