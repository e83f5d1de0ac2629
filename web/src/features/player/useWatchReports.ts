import { useEffect } from "react";
import { randomName } from "@/lib/randomName";
import { lengthOf } from "./element";
import { reportPlay } from "./report";
import { WatchReporter } from "./WatchReporter";

/** Reports what is watched of a video, from the element's own events. */
export function useWatchReports(video: HTMLVideoElement | null, videoId: string, duration: number): void {
  useEffect(() => {
    if (!video) return;
    const reporter = new WatchReporter(randomName(), (play) => reportPlay(videoId, lengthOf(video, duration), play));
    const stop = new AbortController();
    const on = (target: EventTarget, name: string, act: () => void) =>
      target.addEventListener(name, act, { signal: stop.signal });
    const interrupt = () => reporter.interrupt(video.currentTime);
    on(video, "timeupdate", () => {
      if (!video.paused && !video.seeking) reporter.tick(video.currentTime);
    });
    on(video, "seeking", () => reporter.jump());
    on(video, "emptied", () => reporter.jump());
    on(video, "pause", () => {
      if (!video.ended && video.readyState > HTMLMediaElement.HAVE_NOTHING) interrupt();
    });
    on(video, "ended", () => reporter.end(video.currentTime));
    on(window, "pagehide", interrupt);
    on(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden" && !video.paused) interrupt();
    });
    return () => {
      stop.abort();
      if (!video.ended && video.readyState > HTMLMediaElement.HAVE_NOTHING) interrupt();
    };
  }, [video, videoId, duration]);
}
