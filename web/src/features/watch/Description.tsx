import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { RichText } from "@/ui/RichText";
import { player } from "../player/stage";
import { Hashtag, hashtag } from "../videos/Hashtag";
import { useLiveCounts } from "../videos/useLiveCounts";
import { Ago, ViewCount } from "../videos/VideoFacts";
import { Chapters } from "./Chapters";
import { Viewers } from "./Viewers";

/** How often seen and when, then the maker's words: three lines until asked for. Times in it jump there. */
export function Description({ video }: { video: Video }) {
  const { t } = useTranslation("watch");
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  const viewers = useLiveCounts(video.video_id);

  useLayoutEffect(() => {
    const element = text.current;
    if (element && !open) setLong(element.scrollHeight > element.clientHeight + 1);
  }, [open]);

  const seek = (seconds: number) => {
    player()?.seek(seconds);
    window.scrollTo({ top: 0, behavior: "smooth" });
  };

  const jump = (label: string, seconds: number) => (
    <button
      type="button"
      onClick={() => seek(seconds)}
      aria-label={t(($) => $.jumpTo, { time: label })}
      className="tabular rounded-small text-accent underline-offset-2 hover:underline"
    >
      {label}
    </button>
  );

  return (
    <>
      <section aria-label={t(($) => $.description)} className="mt-4 rounded-card bg-sunken px-4 py-3">
        <p className="font-medium">
          <ViewCount count={video.view_count} />
          <span aria-hidden> · </span>
          <Ago time={video.published_at ?? video.created_at} />
          <Viewers count={viewers} />
        </p>
        {video.description ? (
          <p
            ref={text}
            className={cx("mt-1 max-w-prose leading-relaxed break-words whitespace-pre-line", !open && "line-clamp-3")}
          >
            <RichText
              text={open ? video.description : withoutGaps(video.description)}
              duration={video.duration}
              renderTime={jump}
              renderTag={hashtag}
            />
          </p>
        ) : null}
        {open && video.tags.length > 0 ? (
          <ul aria-label={t(($) => $.tags)} className="mt-3 flex flex-wrap gap-x-3 gap-y-1">
            {video.tags.map((tag) => (
              <li key={tag} className="flex min-h-6 items-center">
                <Hashtag tag={tag} />
              </li>
            ))}
          </ul>
        ) : null}
        {long || open ? (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="-mx-2 -mb-1.5 min-h-10 rounded-full px-2 font-medium hover:bg-hover"
          >
            {t(($) => (open ? $.less : $.more))}
          </button>
        ) : null}
      </section>
      {video.chapters.length > 0 ? <Chapters chapters={video.chapters} onJump={seek} /> : null}
    </>
  );
}

/** Folded, an empty line would be one of only three. */
const withoutGaps = (text: string): string => text.replace(/\n\s*\n/g, "\n");
