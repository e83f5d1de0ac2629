import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { formatDate } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Button } from "@/ui/Button";
import { Switch } from "@/ui/Switch";
import { toastError } from "@/ui/toast";
import { currentSubscription, pushSupported, subscribe, unsubscribe } from "./push";
import { browsersQuery } from "./queries";

const hereQuery = { queryKey: ["push-here"], queryFn: async () => (await currentSubscription()) !== null };

/** Messages to this browser, and which others get them. */
export function PushSettings() {
  const { t } = useTranslation("notifications");
  const language = useLanguage();
  const client = useQueryClient();
  const supported = pushSupported();
  const here = useQuery({ ...hereQuery, enabled: supported });
  const { data } = useQuery(browsersQuery);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: hereQuery.queryKey }),
      client.invalidateQueries({ queryKey: browsersQuery.queryKey }),
    ]);
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) return subscribe();
      await unsubscribe();
      return "granted";
    },
    onSettled: refresh,
  });
  const stop = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/v1/push/subscriptions/{id}", { params: { path: { id } } })),
    onError: () => toastError(t(($) => $.push.notStopped)),
    onSettled: refresh,
  });
  const forbidden = supported && Notification.permission === "denied";
  const unanswered = change.data === "default" && change.variables === true;
  const trouble = forbidden
    ? t(($) => $.push.denied)
    : change.error
      ? t(($) => (change.variables ? $.push.failed : $.push.notStopped))
      : unanswered
        ? t(($) => $.push.unanswered)
        : null;
  return (
    <section aria-labelledby="push">
      <h2 id="push" className="text-base font-semibold">
        {t(($) => $.push.title)}
      </h2>
      {supported ? (
        <>
          <Switch
            label={t(($) => $.push.on)}
            hint={t(($) => $.push.text)}
            checked={change.isPending ? change.variables : (here.data ?? false)}
            disabled={change.isPending || forbidden}
            onChange={(on) => change.mutate(on)}
          />
          <div role="alert">
            {trouble ? <p className="mt-2 rounded-card bg-warning-soft px-4 py-3 text-warning">{trouble}</p> : null}
          </div>
        </>
      ) : (
        <p className="mt-2 text-ink-muted">{t(($) => $.push.unsupported)}</p>
      )}
      {data && data.subscriptions.length > 0 ? (
        <>
          <h3 className="mt-4 text-sm font-medium">{t(($) => $.push.browsers)}</h3>
          <ul className="mt-1">
            {data.subscriptions.map((one) => (
              <li key={one.id} className="flex items-center gap-3 border-t border-line py-2 first:border-0">
                <span className="min-w-0 grow">
                  <span className="block truncate">{one.device || t(($) => $.push.unnamed)}</span>
                  <span className="text-xs text-ink-muted">
                    {t(($) => $.push.since, { date: formatDate(one.created_at, language) })}
                  </span>
                </span>
                <Button onClick={() => stop.mutate(one.id)}>{t(($) => $.push.stop)}</Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
