import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formatBytes, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Progress } from "@/ui/Progress";
import { Skeleton } from "@/ui/Skeleton";
import "./i18n/texts";
import { Integrity } from "./Integrity";
import { storageQuery } from "./queries";
import { Reencode } from "./Reencode";
import { Use, UseBars } from "./UseBars";
import { Users } from "./Users";

/** What is stored on this site, by what and by whom, and whether it is whole. For administrators. */
export function StoragePage() {
  const { t } = useTranslation("storage");
  useTitle(t(($) => $.title));
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-10 px-4 pt-4 pb-12 sm:px-6">
      <h1 className="text-xl font-semibold">{t(($) => $.title)}</h1>
      <Overview />
      <Users />
      <Integrity />
      <Reencode />
    </div>
  );
}

type Kind = "originals" | "renditions" | "derivatives" | "uploads" | "replaced" | "deleted" | "quarantine";
const kinds: readonly Kind[] = [
  "originals",
  "renditions",
  "derivatives",
  "uploads",
  "replaced",
  "deleted",
  "quarantine",
];

function Overview() {
  const { t } = useTranslation("storage");
  const language = useLanguage();
  const { data } = useQuery({ ...storageQuery, throwOnError: nothingToShow });
  if (!data) return <Skeleton className="h-80 rounded-panel" />;
  const { disk, policy } = data;
  const taken = disk.total_bytes - disk.free_bytes;
  const shown = kinds
    .map((kind) => ({ kind, use: data.kinds.find((use) => use.name === kind) }))
    .filter(({ kind, use }) => use && (use.bytes > 0 || kind === "originals" || kind === "renditions"));
  const days = (seconds: number) => formatNumber(Math.round(seconds / 86_400), language);
  return (
    <section className="flex flex-col gap-8">
      <div className="grid gap-6 sm:grid-cols-2">
        <div>
          <p className="text-ink-muted">{t(($) => $.total)}</p>
          <p className="tabular text-lg font-semibold">{formatBytes(data.total_bytes, language)}</p>
        </div>
        <div className="flex flex-col gap-2">
          <p className="text-ink-muted">{t(($) => $.disk)}</p>
          <p className="tabular text-base font-medium">
            {t(($) => $.free, {
              free: formatBytes(disk.free_bytes, language),
              total: formatBytes(disk.total_bytes, language),
            })}
          </p>
          <Progress
            label={t(($) => $.diskBar)}
            percent={disk.total_bytes === 0 ? 0 : (taken / disk.total_bytes) * 100}
            className="h-2"
          />
        </div>
      </div>
      <UseBars heading={t(($) => $.byKind)} total={data.total_bytes}>
        {shown.map(({ kind, use }) => (
          <Use
            key={kind}
            name={t(($) => $.kinds[kind])}
            hint={t(($) => $.kindTexts[kind])}
            files={use?.files ?? 0}
            bytes={use?.bytes ?? 0}
            total={data.total_bytes}
          />
        ))}
      </UseBars>
      {data.renditions.length > 0 ? (
        <UseBars heading={t(($) => $.byQuality)} total={data.total_bytes}>
          {[...data.renditions]
            .sort((a, b) => b.bytes - a.bytes)
            .map((use) => (
              <Use
                key={use.name}
                name={use.name === "audio" ? t(($) => $.sound) : use.name === "source" ? t(($) => $.source) : use.name}
                files={use.files}
                bytes={use.bytes}
                total={data.total_bytes}
              />
            ))}
        </UseBars>
      ) : null}
      <p className="max-w-prose text-ink-muted">
        {policy.originals_for === null
          ? t(($) => $.policy.keep)
          : t(($) => $.policy.drop, { days: days(policy.originals_for) })}{" "}
        {policy.unwatched_after === null
          ? t(($) => $.policy.all)
          : t(($) => $.policy.unwatched, { days: days(policy.unwatched_after) })}
      </p>
    </section>
  );
}
