import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { ConfidenceInterval, Experiment } from "@/api/types";
import { formatDate, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import { experimentsQuery } from "./queries";
import { measureOf, nameOf, variantOf } from "./texts";

const cell = "px-3 py-2 text-right first:pl-0 first:text-left last:pr-0";

/** What came of an experiment until now, and the button that ends it. */
export function Outcome({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation("experiments");
  const language = useLanguage();
  const id = useId();
  const range = (interval: ConfidenceInterval | null) =>
    interval
      ? t(($) => $.between, { low: rounded(interval.low, language), high: rounded(interval.high, language) })
      : t(($) => $.unknown);
  const { begun_at, ended_at, percent } = experiment;
  const date = formatDate(begun_at, language);
  return (
    <article aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="text-base font-semibold">
          {nameOf(t, experiment.trial)}
        </h2>
        <p className="text-ink-muted">
          {ended_at === null
            ? t(($) => $.running, { date, percent })
            : t(($) => $.ended, { date, end: formatDate(ended_at, language), percent })}
        </p>
        <p className="text-ink-muted">{measureOf(t, experiment.trial)}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-labelledby={id}>
        <table className="tabular w-full min-w-max text-sm">
          <thead className="text-ink-muted">
            <tr>
              {(["variant", "people", "mean", "difference"] as const).map((column) => (
                <th key={column} scope="col" className={`${cell} font-medium`}>
                  {t(($) => $.columns[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {experiment.results.map((result, place) => (
              <tr key={result.variant} className="border-t border-line">
                <th scope="row" className={`${cell} font-medium`}>
                  {variantOf(t, result.variant)}
                </th>
                <td className={cell}>{formatNumber(result.people, language)}</td>
                <td className={cell}>
                  {rounded(result.mean, language)} <span className="text-ink-muted">({range(result.interval)})</span>
                </td>
                <td className={cell}>
                  {place === 0 ? "–" : range(result.difference)}
                  {result.difference ? (
                    <span className="block text-ink-muted">{t(($) => $[says(result.difference)])}</span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {ended_at === null ? <End experimentId={experiment.experiment_id} /> : null}
    </article>
  );
}

/** What an interval of the difference shows. */
const says = (difference: ConfidenceInterval | null) =>
  difference && difference.low > 0 ? "better" : difference && difference.high < 0 ? "worse" : "open";

const rounded = (value: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);

function End({ experimentId }: { experimentId: string }) {
  const { t } = useTranslation("experiments");
  const client = useQueryClient();
  const problemText = useProblemText();
  const end = useMutation({
    mutationFn: () =>
      unwrap(api.DELETE("/api/v1/admin/experiments/{experiment}", { params: { path: { experiment: experimentId } } })),
    onError: (error) => toast(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: experimentsQuery.queryKey }),
  });
  return (
    <Button className="self-start" busy={end.isPending} onClick={() => end.mutate()}>
      {t(($) => $.end)}
    </Button>
  );
}
