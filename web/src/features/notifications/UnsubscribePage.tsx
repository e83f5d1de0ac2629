import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { toastError } from "@/ui/toast";
import "./i18n/texts";

/** Where the link in a letter leads; needs no sign-in, and does nothing before somebody presses. */
export function UnsubscribePage({ token }: { token: string }) {
  const { t } = useTranslation("notifications");
  const problemText = useProblemText();
  useTitle(t(($) => $.unsubscribe.title));
  const { data, isError } = useQuery({
    queryKey: ["unsubscribe", token],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/notifications/unsubscribe", { params: { query: { token } }, signal })),
    retry: false,
  });
  const stop = useMutation({
    mutationFn: (all: boolean) =>
      unwrap(api.POST("/api/v1/notifications/unsubscribe", { params: { query: { token, all } } })),
    onError: (error) => toastError(problemText(error)),
  });
  return (
    <div className="mx-auto flex max-w-md flex-col gap-4 px-4 pt-16 text-center">
      <h1 className="text-xl font-semibold">{t(($) => $.unsubscribe.title)}</h1>
      {isError ? (
        <>
          <p className="text-ink-muted">{t(($) => $.unsubscribe.bad)}</p>
          <Link to="/settings/notifications" className={buttonClass("secondary", "self-center")}>
            {t(($) => $.settings)}
          </Link>
        </>
      ) : !data ? (
        <Skeleton className="h-24 rounded-panel" />
      ) : stop.isSuccess || !data.subscribed ? (
        <p role="status">{t(($) => $.unsubscribe.done)}</p>
      ) : (
        <>
          <p>{data.kind ? t(($) => $.unsubscribe.ask) : t(($) => $.unsubscribe.askAll)}</p>
          {data.kind ? <p className="font-medium">{t(($) => $.preferences.kinds[data.kind ?? "reply"])}</p> : null}
          <div className="flex flex-wrap justify-center gap-2">
            <Button variant="primary" busy={stop.isPending} onClick={() => stop.mutate(false)}>
              {t(($) => $.unsubscribe.stop)}
            </Button>
            {data.kind ? (
              <Button busy={stop.isPending} onClick={() => stop.mutate(true)}>
                {t(($) => $.unsubscribe.stopAll)}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}
