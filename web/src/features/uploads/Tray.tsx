import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Progress } from "@/ui/Progress";
import { stateOf, type VideoState } from "../processing/videoState";
import { statusQuery } from "../videos/queries";
import { queue } from "./queue";
import { type Summary, summaryOf } from "./summary";
import type { Upload } from "./upload";

/** The uploads in one line while one is on another page; above the small player when that is there too. */
export function Tray({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation("uploads");
  const summary = summaryOf(uploads, useStates(uploads));
  const over = summary.kind === "ready" || summary.kind === "failed";
  return (
    <aside
      aria-label={t(($) => $.tray.label)}
      className="fade fixed right-4 bottom-4 z-40 w-80 max-w-[calc(100vw-2rem)] overflow-hidden rounded-card bg-surface shadow-dock max-sm:right-2 max-sm:bottom-16 [:root:has(aside:not([hidden])>#mini-player)_&]:bottom-[19.5rem]"
    >
      <div className="flex min-h-14 items-center gap-1 py-2 pr-2 pl-4">
        <Text summary={summary} />
        <Link to="/upload" className={buttonClass("ghost")}>
          {t(($) => $.tray.show)}
        </Link>
        {over ? (
          <IconButton
            label={t(($) => $.tray.hide)}
            tooltip="none"
            icon={<X aria-hidden size={20} />}
            onClick={() => {
              for (const { id } of uploads) queue.forget(id);
            }}
          />
        ) : null}
      </div>
      {"percent" in summary ? (
        <Progress label={t(($) => $.tray.label)} percent={summary.percent} className="h-1! rounded-none!" />
      ) : null}
    </aside>
  );
}

function Text({ summary }: { summary: Summary }) {
  const { t } = useTranslation("uploads");
  const text =
    "count" in summary ? t(($) => $.tray[summary.kind], { count: summary.count }) : t(($) => $.tray[summary.kind]);
  return (
    <p className="tabular grow font-medium">
      {text}
      {"percent" in summary ? <span className="text-ink-muted"> {Math.floor(summary.percent)} %</span> : null}
    </p>
  );
}

function useStates(uploads: readonly Upload[]): ReadonlyMap<string, VideoState> {
  const ids = uploads.flatMap(({ phase, place }) => (phase.kind === "sent" && place ? [place.videoId] : []));
  const results = useQueries({ queries: ids.map((id) => statusQuery(id)) });
  return new Map(results.flatMap(({ data }) => (data ? [[data.video_id, stateOf(data)] as const] : [])));
}
