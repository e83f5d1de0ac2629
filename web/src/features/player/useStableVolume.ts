import { useCallback, useEffect, useState } from "react";
import { stored } from "@/lib/stored";
import { attenuate } from "./loudness";

const wish = stored("vidstead.stable-volume");

/** Plays loud videos no louder than others, unless the person wants them as they are. */
export function useStableVolume(video: HTMLVideoElement | null, gainDb: number) {
  const [on, setOn] = useState(wish.get() !== "off");
  useEffect(() => (video && on ? attenuate(video, gainDb) : undefined), [video, on, gainDb]);
  const set = useCallback((next: boolean) => {
    wish.set(next ? null : "off");
    setOn(next);
  }, []);
  return { on, set };
}
