import "./i18n/texts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Button } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toast";
import { Outcome } from "./Outcome";
import { experimentsQuery } from "./queries";
import { nameOf } from "./texts";

/** What can be tried on people, what is, and what came of it. For administrators. */
export function ExperimentsPage() {
  const { t } = useTranslation("experiments");
  useTitle(t(($) => $.title));
  const { data } = useQuery({ ...experimentsQuery, throwOnError: nothingToShow });
  const running = data?.experiments.filter(({ ended_at }) => ended_at === null) ?? [];
  const idle = data?.trials.filter(({ name }) => running.every(({ trial }) => trial !== name)) ?? [];
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-10 px-4 pt-4 pb-12 sm:px-6">
      <div>
        <h1 className="text-xl font-semibold">{t(($) => $.title)}</h1>
        <p className="mt-1 max-w-prose text-pretty text-ink-muted">{t(($) => $.text)}</p>
      </div>
      {data ? (
        <>
          {idle.map(({ name }) => (
            <Begin key={name} trial={name} />
          ))}
          {data.experiments.map((experiment) => (
            <Outcome key={experiment.experiment_id} experiment={experiment} />
          ))}
          {data.experiments.length === 0 ? (
            <p className="text-ink-muted">{t(($) => $.none)}</p>
          ) : (
            <p className="max-w-prose text-pretty text-ink-muted">{t(($) => $.confidence)}</p>
          )}
        </>
      ) : (
        <Skeleton className="h-60 rounded-panel" />
      )}
    </div>
  );
}

function Begin({ trial }: { trial: string }) {
  const { t } = useTranslation("experiments");
  const client = useQueryClient();
  const problemText = useProblemText();
  const [percent, setPercent] = useState("50");
  const begin = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/admin/experiments", { body: { trial, percent: Number(percent) } })),
    onError: (error) => toast(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: experimentsQuery.queryKey }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{nameOf(t, trial)}</h2>
      <div className="flex flex-wrap items-end gap-3">
        <Input
          label={t(($) => $.share)}
          type="number"
          min={1}
          max={100}
          required
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
          className="w-60"
        />
        <Button type="submit" variant="primary" busy={begin.isPending}>
          {t(($) => $.begin)}
        </Button>
      </div>
    </form>
  );
}
