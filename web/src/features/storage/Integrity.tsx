import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { formatAgo, formatBytes, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { nothingToShow } from "@/lib/nothingToShow";
import { useNow } from "@/lib/useNow";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { integrityQuery } from "./queries";

/** Whether everything stored is still what it was, and what was done about what is not. */
export function Integrity() {
  const { t } = useTranslation("storage");
  const language = useLanguage();
  const now = useNow();
  const client = useQueryClient();
  const { data } = useQuery({ ...integrityQuery, throwOnError: nothingToShow });
  const check = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/admin/integrity/check")),
    onSettled: () => client.invalidateQueries({ queryKey: integrityQuery.queryKey }),
  });
  if (!data) return <Skeleton className="h-40 rounded-panel" />;
  const { running, last, lost, repairing, damages } = data;
  const sound = lost === 0 && repairing === 0;
  const Icon = sound ? ShieldCheck : ShieldAlert;
  const read = (pass: { files: number; bytes: number }) => ({
    files: formatNumber(pass.files, language),
    size: formatBytes(pass.bytes, language),
  });
  return (
    <section aria-labelledby="storage-integrity" className="flex flex-col gap-3">
      <h2 id="storage-integrity" className="text-base font-semibold">
        {t(($) => $.integrity.heading)}
      </h2>
      <div className="flex items-start gap-3" aria-live="polite">
        <Icon aria-hidden size={20} className={sound ? "mt-0.5 text-ink-muted" : "mt-0.5 text-danger"} />
        <div className="max-w-prose">
          <p className={sound ? "" : "text-danger"}>
            {sound
              ? t(($) => $.integrity.sound)
              : [
                  lost > 0 ? t(($) => $.integrity.lost, { count: lost }) : "",
                  repairing > 0 ? t(($) => $.integrity.repairing, { count: repairing }) : "",
                ].join(" ")}
          </p>
          <p className="text-ink-muted">
            {running
              ? t(($) => $.integrity.running, read(running))
              : last?.ended_at
                ? t(($) => $.integrity.last, { ago: formatAgo(last.ended_at, language, now), ...read(last) })
                : t(($) => $.integrity.never)}
          </p>
        </div>
      </div>
      {damages.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {damages.map((damage) => (
            <li key={damage.file} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
              <span className="min-w-0">
                <span className="block font-medium">
                  {t(($) => $.integrity.states[damage.state])}{" "}
                  <span className="font-normal wrap-anywhere text-ink-muted">{damage.file}</span>
                </span>
                <span className="block text-xs text-ink-muted">{damage.reason}</span>
              </span>
              <span className="flex gap-3 text-xs text-ink-muted">
                {formatAgo(damage.found_at, language, now)}
                {damage.video_id ? (
                  <Link
                    to="/watch/$videoId"
                    params={{ videoId: damage.video_id }}
                    className="underline underline-offset-4"
                  >
                    {t(($) => $.integrity.video)}
                  </Link>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <Button className="self-start" busy={check.isPending || running !== null} onClick={() => check.mutate()}>
        {t(($) => $.integrity.check)}
      </Button>
    </section>
  );
}
