import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeVolume, lengthOf, positionOf, seekTo, setRate, toggleMute, togglePlay } from "./element";
import { nextRate, type PlayerCommand } from "./keyboard";
import { toggleTheatre } from "./stage";

interface CommandParts {
  video: HTMLVideoElement | null;
  /** In seconds, as long as the element does not know. */
  duration: number;
  /** What fills the screen in full screen. */
  root: HTMLElement | null;
  toggleCaptions: () => void;
  onMini: () => void;
  onHelp: () => void;
}

const NOTE_MS = 900;
const DEFAULT_FPS = 25;

/** Carries out commands on the element and says in a word what it did. */
export function useCommands({ video, duration, root, toggleCaptions, onMini, onHelp }: CommandParts) {
  const { t } = useTranslation("player");
  const [note, setNote] = useState("");
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const say = useCallback((text: string) => {
    window.clearTimeout(timer.current);
    setNote(text);
    timer.current = window.setTimeout(() => setNote(""), NOTE_MS);
  }, []);

  const run = useCallback(
    (command: PlayerCommand) => {
      if (!video) return;
      switch (command.kind) {
        case "toggle-play":
          togglePlay(video);
          return;
        case "seek-by": {
          seekTo(video, positionOf(video) + command.seconds);
          const sign = command.seconds < 0 ? "−" : "+";
          say(t(($) => $.seconds, { sign, count: Math.abs(command.seconds) }));
          return;
        }
        case "seek-to":
          if (lengthOf(video, duration) > 0) seekTo(video, lengthOf(video, duration) * command.fraction);
          return;
        case "frame":
          if (video.paused) seekTo(video, positionOf(video) + command.step / DEFAULT_FPS);
          return;
        case "volume-by":
          say(t(($) => $.volume, { percent: changeVolume(video, command.step) }));
          return;
        case "rate-by":
          setRate(video, nextRate(video.playbackRate, command.step));
          say(t(($) => $.rate, { rate: video.playbackRate }));
          return;
        case "mute":
          say(t(($) => (toggleMute(video) ? $.muted : $.unmuted)));
          return;
        case "fullscreen":
          void (document.fullscreenElement ? document.exitFullscreen() : root?.requestFullscreen())?.catch(
            () => undefined,
          );
          return;
        case "theatre":
          toggleTheatre();
          return;
        case "captions":
          toggleCaptions();
          return;
        case "mini":
          onMini();
          return;
        case "help":
          onHelp();
          return;
      }
    },
    [video, duration, root, say, t, toggleCaptions, onMini, onHelp],
  );

  return { note, run };
}
