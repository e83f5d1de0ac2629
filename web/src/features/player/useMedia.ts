import { useEffect, useState } from "react";

export interface MediaState {
  paused: boolean;
  /** At its end; it is paused then, too. */
  ended: boolean;
  /** Wants to play and has no picture, for long enough that one notices. */
  stalled: boolean;
  started: boolean;
  rate: number;
}

const NOTICEABLE_MS = 350;

/** What a video element is doing, as React state. */
export function useMedia(video: HTMLVideoElement | null): MediaState {
  const [state, setState] = useState<MediaState>({
    paused: true,
    ended: false,
    stalled: false,
    started: false,
    rate: 1,
  });
  useEffect(() => {
    if (!video) return;
    const stop = new AbortController();
    let timer: number | undefined;
    const set = (change: Partial<MediaState>) => setState((was) => ({ ...was, ...change }));
    const on = (names: readonly string[], act: () => void) => {
      for (const name of names) video.addEventListener(name, act, { signal: stop.signal });
    };
    const wait = () => {
      timer ??= window.setTimeout(() => set({ stalled: true }), NOTICEABLE_MS);
    };
    const flow = () => {
      window.clearTimeout(timer);
      timer = undefined;
      set({ stalled: false });
    };
    on(["play"], () => set({ paused: false }));
    on(["pause", "ended"], () => set({ paused: true, ended: video.ended }));
    on(["play", "seeking"], () => set({ ended: false }));
    on(["playing"], () => set({ started: true, paused: false }));
    on(["ratechange"], () => set({ rate: video.playbackRate }));
    on(["waiting", "seeking"], wait);
    on(["playing", "seeked", "canplay", "timeupdate"], flow);
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [video]);
  return state;
}
