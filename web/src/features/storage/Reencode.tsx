import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { formatAgo, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useNow } from "@/lib/useNow";
import { Button } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { toast } from "@/ui/toast";
import { reencodeQuery } from "./queries";

/** Encodes the site's videos anew after a change of settings, and shows how far that is. */
export function Reencode() {
  const { t } = useTranslation("storage");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const now = useNow();
  const client = useQueryClient();
  const problemText = useProblemText();
  const { data } = useQuery(reencodeQuery);
  const settled = {
    onError: (error: unknown) => toast(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: reencodeQuery.queryKey }),
  };
  const begin = useMutation({
    mutationFn: (scope: "all" | "outdated") => unwrap(api.POST("/api/v1/admin/reencode", { body: { scope } })),
    ...settled,
  });
  const cancel = useMutation({
    mutationFn: (run: string) =>
      unwrap(api.DELETE("/api/v1/admin/reencode/{run_id}", { params: { path: { run_id: run } } })),
    ...settled,
  });
  const going = data?.runs.filter((run) => run.ended_at === null) ?? [];
  const last = data?.runs.find((run) => run.ended_at !== null);
  return (
    <section aria-labelledby="storage-reencode" className="flex flex-col gap-3">
      <h2 id="storage-reencode" className="text-base font-semibold">
        {t(($) => $.reencode.heading)}
      </h2>
      <p className="max-w-prose text-ink-muted">{t(($) => $.reencode.text)}</p>
      {going.map((run) => (
        <div key={run.run_id} className="flex max-w-md flex-col gap-2" aria-live="polite">
          <p className="tabular">
            {t(($) => $.reencode.going, {
              seen: formatNumber(run.seen, language),
              total: formatNumber(run.total, language),
            })}
          </p>
          <Progress label={t(($) => $.reencode.heading)} percent={run.total === 0 ? 0 : (run.seen / run.total) * 100} />
          <Button
            className="self-start"
            busy={cancel.isPending || run.status === "cancelled"}
            onClick={() => cancel.mutate(run.run_id)}
          >
            {common(($) => $.cancel)}
          </Button>
        </div>
      ))}
      {going.length === 0 ? (
        <div className="flex flex-wrap gap-2">
          <Button busy={begin.isPending} onClick={() => begin.mutate("outdated")}>
            {t(($) => $.reencode.outdated)}
          </Button>
          <Button busy={begin.isPending} onClick={() => begin.mutate("all")}>
            {t(($) => $.reencode.all)}
          </Button>
        </div>
      ) : null}
      {last?.ended_at ? (
        <p className="tabular text-ink-muted">
          {t(($) => $.reencode.last, {
            ago: formatAgo(last.ended_at, language, now),
            encoded: formatNumber(last.encoded, language),
            skipped: formatNumber(last.skipped, language),
            failed: formatNumber(last.failed, language),
          })}
        </p>
      ) : null}
    </section>
  );
}
