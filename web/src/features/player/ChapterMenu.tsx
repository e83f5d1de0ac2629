import { ChevronRight } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { useCallback, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { formatDuration } from "@/lib/format";
import { type Chapter, chapterAt } from "./chapters";
import { play, seekTo } from "./element";

interface ChapterMenuProps {
  video: HTMLVideoElement;
  chapters: readonly Chapter[];
  /** The player's element: the menu must be inside it to show in full screen. */
  container: HTMLElement | null;
}

/** The title of the chapter that plays; pressed, it shows them all. */
export function ChapterMenu({ video, chapters, container }: ChapterMenuProps) {
  const { t } = useTranslation("player");
  const now = useChapter(video, chapters);
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>
        <button
          type="button"
          className="player-chapter player-page-only player-roomy"
          aria-label={t(($) => $.chapterNow, { title: now?.title ?? "" })}
        >
          <span className="truncate">{now?.title}</span>
          <ChevronRight aria-hidden size={16} className="shrink-0" />
        </button>
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          side="top"
          align="start"
          sideOffset={12}
          collisionPadding={8}
          className="player-menu pop"
          aria-label={t(($) => $.chapters)}
        >
          <Radix.RadioGroup
            value={String(now?.start)}
            onValueChange={(start) => {
              seekTo(video, Number(start));
              play(video);
            }}
          >
            {chapters.map(({ start, title }) => (
              <Radix.RadioItem key={start} value={String(start)} className="player-chapter-item">
                <span className="grow truncate">{title}</span>
                <span className="tabular text-on-video-muted">{formatDuration(start)}</span>
              </Radix.RadioItem>
            ))}
          </Radix.RadioGroup>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function useChapter(video: HTMLVideoElement, chapters: readonly Chapter[]): Chapter | undefined {
  const subscribe = useCallback(
    (changed: () => void) => {
      const events = ["timeupdate", "seeking", "loadedmetadata"];
      for (const name of events) video.addEventListener(name, changed);
      return () => {
        for (const name of events) video.removeEventListener(name, changed);
      };
    },
    [video],
  );
  return useSyncExternalStore(subscribe, () => chapterAt(chapters, video.currentTime));
}
