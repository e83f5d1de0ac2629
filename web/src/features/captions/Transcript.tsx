import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { formatDuration } from "@/lib/format";
import { Button } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/Skeleton";
import { player } from "../player/stage";
import { search, type Timed } from "./cues";
import { transcriptQuery } from "./queries";
import { usePlayingAt } from "./usePlayingAt";
import "./i18n/texts";

interface TranscriptProps {
  video: Video;
  onClose: () => void;
}

/** What is said in the video: follows it, can be searched, and leads to any moment of it. */
export function Transcript({ video, onClose }: TranscriptProps) {
  const { t, i18n } = useTranslation("captions");
  const [name, setName] = useState(() => firstOf(video.captions, i18n.language));
  const chosen = video.captions.find((each) => each.name === name) ?? video.captions[0];
  const { data, isError, refetch } = useQuery(transcriptQuery(video.video_id, chosen?.name ?? "", chosen?.url ?? ""));
  const [query, setQuery] = useState("");
  const cues = useMemo(
    () => (data?.cues ?? []).map(({ start, end, text }) => ({ start, end, text: text ?? "" })),
    [data],
  );
  const found = useMemo(() => (query.trim() === "" ? undefined : search(cues, query)), [cues, query]);
  return (
    <section
      aria-label={t(($) => $.transcript.heading)}
      className="flex h-full flex-col overflow-hidden rounded-card bg-sunken"
    >
      <header className="flex flex-col gap-2 p-3 pb-2">
        <div className="flex items-center gap-2">
          <h2 className="grow pl-1 text-base font-semibold">{t(($) => $.transcript.heading)}</h2>
          {video.captions.length > 1 ? (
            <Select
              hideLabel
              label={t(($) => $.transcript.language)}
              value={chosen?.name ?? ""}
              onChange={({ target }) => setName(target.value)}
              options={video.captions.map(({ name: value, label }) => ({ value, label }))}
            />
          ) : null}
          <IconButton
            label={t(($) => $.transcript.close)}
            tooltip="end"
            icon={<X aria-hidden size={20} />}
            onClick={onClose}
          />
        </div>
        <div className="relative">
          <Search aria-hidden size={18} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2" />
          <input
            type="search"
            aria-label={t(($) => $.transcript.search)}
            placeholder={t(($) => $.transcript.search)}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            className={cx(controlClass, "pl-10")}
          />
        </div>
        <p aria-live="polite" className="px-1 text-xs text-ink-muted empty:hidden">
          {found === undefined
            ? null
            : found.length === 0
              ? t(($) => $.transcript.nothing)
              : t(($) => $.transcript.found, { count: found.length })}
        </p>
        {data?.automatic ? <p className="px-1 text-xs text-ink-muted">{t(($) => $.transcript.automatic)}</p> : null}
      </header>
      {data ? (
        <Lines cues={cues} shown={found} language={data.language} />
      ) : isError ? (
        <div className="flex flex-col items-start gap-3 p-4">
          <p>{t(($) => $.transcript.unavailable)}</p>
          <Button onClick={() => void refetch()}>{t(($) => $.transcript.again)}</Button>
        </div>
      ) : (
        <div aria-busy className="flex flex-col gap-3 p-4">
          {["w-4/5", "w-3/5", "w-11/12", "w-2/3"].map((width) => (
            <Skeleton key={width} className={cx("h-5", width)} />
          ))}
        </div>
      )}
    </section>
  );
}

/** In the reader's language where there is one; what people wrote before what a program heard. */
function firstOf(captions: Video["captions"], reader: string): string {
  const fits = captions.filter(({ language }) => language?.split("-")[0] === reader);
  const written = (fits.length > 0 ? fits : captions).find(({ automatic }) => !automatic);
  return (written ?? fits[0] ?? captions[0])?.name ?? "";
}

interface LinesProps {
  cues: readonly Timed[];
  /** The places that were searched for; all where nothing is. */
  shown: readonly number[] | undefined;
  language: string | null | undefined;
}

function Lines({ cues, shown, language }: LinesProps) {
  const current = usePlayingAt(cues);
  const list = useRef<HTMLOListElement>(null);
  const held = useRef(false);
  const places = shown ?? cues.map((_, at) => at);
  useEffect(() => {
    const scroller = list.current;
    const line = scroller?.querySelector<HTMLElement>(`[data-place="${current}"]`);
    // Whoever reads elsewhere, by wheel, finger or keyboard, is not carried away.
    if (!scroller || !line || held.current || scroller.contains(document.activeElement)) return;
    scroller.scrollTo({ top: line.offsetTop - scroller.clientHeight / 3, behavior: smooth() });
  }, [current]);
  return (
    <ol
      ref={list}
      lang={language ?? undefined}
      className="relative min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-3"
      onPointerEnter={() => {
        held.current = true;
      }}
      onPointerLeave={() => {
        held.current = false;
      }}
    >
      {places.map((at) => (
        <Line key={at} at={at} cue={cues[at]} current={at === current} />
      ))}
    </ol>
  );
}

const smooth = (): ScrollBehavior =>
  window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

interface LineProps {
  at: number;
  cue: Timed | undefined;
  current: boolean;
}

const Line = memo(function Line({ at, cue, current }: LineProps) {
  const { t } = useTranslation("captions");
  if (!cue) return null;
  const time = formatDuration(cue.start);
  return (
    <li data-place={at} className="[contain-intrinsic-size:auto_2.5rem] [content-visibility:auto]">
      <button
        type="button"
        aria-current={current || undefined}
        aria-label={t(($) => $.transcript.jump, { time, text: cue.text })}
        onClick={() => player()?.seek(cue.start)}
        className={cx(
          "flex min-h-10 w-full items-baseline gap-3 rounded-control px-2 py-2 text-left hover:bg-hover",
          current && "bg-accent-soft",
        )}
      >
        <span className="tabular w-12 shrink-0 text-accent">{time}</span>
        <span dir="auto" className="min-w-0 break-words whitespace-pre-line">
          {cue.text}
        </span>
      </button>
    </li>
  );
});
