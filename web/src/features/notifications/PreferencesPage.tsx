import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import type { NotificationPreferences } from "@/api/types";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Skeleton } from "@/ui/Skeleton";
import { toastError } from "@/ui/toast";
import "./i18n/texts";
import { PushSettings } from "./PushSettings";
import { preferencesQuery, useChangePreferences } from "./queries";

const ways = ["in_app", "email", "push"] as const;
const digests = ["at_once", "daily"] as const;

/** What somebody is told, and how. Every choice takes effect at once. */
export function PreferencesPage() {
  const { t } = useTranslation("notifications");
  useTitle(t(($) => $.preferences.title));
  const { data } = useQuery({ ...preferencesQuery, throwOnError: nothingToShow });
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8 px-4 pt-4 pb-12 sm:px-6">
      <div>
        <h1 className="text-xl font-semibold">{t(($) => $.preferences.title)}</h1>
        <p className="mt-1 text-pretty text-ink-muted">{t(($) => $.preferences.text)}</p>
      </div>
      {data ? <Matrix preferences={data} /> : <Skeleton className="h-96 rounded-panel" />}
      {data ? <DigestChoice preferences={data} /> : null}
      <PushSettings />
    </div>
  );
}

function Matrix({ preferences }: { preferences: NotificationPreferences }) {
  const { t } = useTranslation("notifications");
  const problemText = useProblemText();
  const change = useChangePreferences();
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="text-left text-xs text-ink-muted">
          <th scope="col" className="py-2 font-medium">
            {t(($) => $.preferences.what)}
          </th>
          {ways.map((way) => (
            <th key={way} scope="col" className="w-14 py-2 text-center font-medium sm:w-28">
              <span className="max-sm:hidden">{t(($) => $.preferences.ways[way])}</span>
              <span className="sm:hidden">{t(($) => $.preferences.waysShort[way])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preferences.kinds.map((row) => {
          const kind = t(($) => $.preferences.kinds[row.kind]);
          return (
            <tr key={row.kind} className="border-t border-line">
              <th scope="row" className="py-1 pr-2 text-left font-normal text-pretty">
                {kind}
              </th>
              {ways.map((way) => (
                <td key={way} className="text-center">
                  <label className="inline-grid size-10 cursor-pointer place-items-center">
                    <input
                      type="checkbox"
                      aria-label={t(($) => $.preferences.box, { kind, way: t(($) => $.preferences.ways[way]) })}
                      checked={row[way]}
                      onChange={(event) =>
                        change.mutate(
                          { kinds: [{ kind: row.kind, [way]: event.target.checked }] },
                          { onError: (error) => toastError(problemText(error)) },
                        )
                      }
                      className="size-5 accent-accent"
                    />
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function DigestChoice({ preferences }: { preferences: NotificationPreferences }) {
  const { t } = useTranslation("notifications");
  const problemText = useProblemText();
  const change = useChangePreferences();
  return (
    <fieldset>
      <legend className="text-base font-semibold">{t(($) => $.preferences.digest)}</legend>
      {digests.map((digest) => (
        <label key={digest} className="flex min-h-10 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="digest"
            checked={preferences.digest === digest}
            onChange={() => change.mutate({ digest }, { onError: (error) => toastError(problemText(error)) })}
            className="size-5 accent-accent"
          />
          {t(($) => $.preferences.digests[digest])}
        </label>
      ))}
    </fieldset>
  );
}
