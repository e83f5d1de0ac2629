import { useEffect, useMemo } from "react";
import { randomName } from "@/lib/randomName";
import { reportEvents } from "./report";
import { WatchEvents } from "./WatchEvents";

/** Tells the server what the player does for its viewer, from the element's own events. */
export function useWatchEvents(video: HTMLVideoElement | null, videoId: string, quality: string | undefined): void {
  const told = useMemo(() => {
    const session = randomName();
    return new WatchEvents((batch) => reportEvents(videoId, session, batch));
  }, [videoId]);

  useEffect(() => {
    if (!video) return;
    const stop = new AbortController();
    const on = (target: EventTarget, name: string, act: () => void) =>
      target.addEventListener(name, act, { signal: stop.signal });
    on(video, "play", () => told.add({ type: "play" }, video.currentTime));
    on(video, "pause", () => {
      told.goOn(video.currentTime);
      if (!video.ended) told.add({ type: "pause" }, video.currentTime);
    });
    on(video, "seeked", () => told.add({ type: "seek" }, video.currentTime));
    on(video, "waiting", () => {
      if (!video.seeking) told.halt();
    });
    on(video, "playing", () => told.goOn(video.currentTime));
    on(video, "ended", () => told.add({ type: "end" }, video.currentTime));
    on(window, "pagehide", () => told.flush());
    on(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") told.flush();
    });
    return () => {
      stop.abort();
      told.flush();
    };
  }, [told, video]);

  useEffect(() => {
    if (quality !== undefined) told.add({ type: "quality", quality }, video?.currentTime ?? 0);
  }, [told, quality, video]);
}
