import { useEffect, useState } from "react";
import { player } from "../player/stage";
import { indexAt, type Timed } from "./cues";

const EVERY_MS = 200;

/** The place of the line that is being said, among lines in order; -1 for none. Renders anew only when it changes. */
export function usePlayingAt(cues: readonly Timed[]): number {
  const [place, setPlace] = useState(-1);
  useEffect(() => {
    const read = () => {
      const now = player()?.currentTime();
      setPlace(now === undefined ? -1 : indexAt(cues, now));
    };
    read();
    const timer = window.setInterval(read, EVERY_MS);
    return () => window.clearInterval(timer);
  }, [cues]);
  return place;
}
