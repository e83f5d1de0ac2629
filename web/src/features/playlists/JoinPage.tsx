import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ListPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api, unwrap, useSignedIn } from "@/api/client";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";

/** Where the link of an invitation leads: one says yes, and may fill the list from then on. */
export function JoinPage({ id, token }: { id: string; token: string }) {
  const { t } = useTranslation("playlists");
  const signedIn = useSignedIn();
  const client = useQueryClient();
  const navigate = useNavigate();
  const join = useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/playlists/{id}/collaborators", { params: { path: { id } }, body: { token } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["playlist", id] });
      void client.invalidateQueries({ queryKey: ["me", "playlists"] });
      await navigate({ to: "/playlist/$playlistId", params: { playlistId: id }, replace: true });
    },
  });
  useTitle(t(($) => $.join.title));
  const here = `/playlist/${id}?invite=${encodeURIComponent(token)}`;
  return (
    <EmptyState
      heading="h1"
      picture={<ListPlus size={48} strokeWidth={1.5} />}
      title={t(($) => $.join.title)}
      text={join.error ? <span role="alert">{t(($) => $.join.bad)}</span> : t(($) => $.join.text)}
      action={
        signedIn ? (
          <Button variant="primary" busy={join.isPending} onClick={() => join.mutate()}>
            {t(($) => $.join.action)}
          </Button>
        ) : (
          <Link to="/login" search={{ redirect: here }} className={buttonClass("primary")}>
            {t(($) => $.join.signIn)}
          </Link>
        )
      }
    />
  );
}
