import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { formatDuration } from "@/lib/format";

interface ChaptersProps {
  chapters: Video["chapters"];
  onJump: (seconds: number) => void;
}

/** The parts of the video, folded until asked for. */
export function Chapters({ chapters, onJump }: ChaptersProps) {
  const { t } = useTranslation("watch");
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <section aria-label={t(($) => $.chapters)} className="mt-3 rounded-card bg-sunken px-4 py-1">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
        className="-mx-2 flex min-h-10 w-[calc(100%+1rem)] items-center gap-2 rounded-full px-2 text-left font-medium hover:bg-hover"
      >
        <span>{t(($) => $.chapters)}</span>
        <span className="tabular grow text-ink-muted">{chapters.length}</span>
        <ChevronDown
          aria-hidden
          size={20}
          className={cx("transition-transform duration-(--fast)", open && "rotate-180")}
        />
      </button>
      <ol id={list} hidden={!open} className="pb-2">
        {chapters.map(({ start, title }) => (
          <li key={start}>
            <button
              type="button"
              onClick={() => onJump(start)}
              className="-mx-2 flex min-h-10 w-[calc(100%+1rem)] items-baseline gap-3 rounded-control px-2 py-2 text-left hover:bg-hover"
            >
              <span className="tabular w-14 shrink-0 text-accent">{formatDuration(start)}</span>
              <span className="min-w-0 break-words">{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
