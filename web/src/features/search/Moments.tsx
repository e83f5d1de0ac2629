import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { VideoResult } from "@/api/types";
import { formatDuration } from "@/lib/format";
import { Marked } from "./Marked";

const SHOWN = 3;

/** Where in a video the words are said; each leads there. */
export function Moments({ video: { video_id, moments } }: { video: VideoResult }) {
  const { t } = useTranslation("search");
  if (moments.length === 0) return null;
  return (
    <ul aria-label={t(($) => $.moments)} className="mt-1.5 -ml-2 flex max-w-prose flex-col">
      {moments.slice(0, SHOWN).map(({ start, snippet, language }) => (
        <li key={`${start} ${language}`}>
          <Link
            to="/watch/$videoId"
            params={{ videoId: video_id }}
            search={{ t: Math.floor(start) }}
            aria-label={t(($) => $.playFrom, { time: formatDuration(start), words: snippet.text })}
            className="flex min-h-10 items-center gap-3 rounded-control px-2 py-1.5 hover:bg-hover"
          >
            <span className="tabular w-11 shrink-0 font-medium text-accent">{formatDuration(start)}</span>
            <span dir="auto" lang={language ?? undefined} className="line-clamp-2 min-w-0 wrap-anywhere">
              <Marked snippet={snippet} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
