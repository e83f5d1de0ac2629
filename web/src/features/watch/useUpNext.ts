import { useCallback, useEffect, useState } from "react";
import { whenFinished } from "@/lib/unfinished";
import { onEnded } from "../player/stage";

const COUNTED_S = 8;

/**
 * Counts down to `go` when the video has come to its end. An open dialog, or a comment half written, would be gone with
 * the video: the counting waits for it.
 */
export function useUpNext(videoId: string, go: () => void) {
  const [left, setLeft] = useState<number>();
  const cancel = useCallback(() => setLeft(undefined), []);

  useEffect(() => {
    let forget = () => {};
    const unsubscribe = onEnded((ended) => {
      if (ended !== videoId) return;
      forget();
      forget = whenFinished(() => setLeft(COUNTED_S));
    });
    return () => {
      unsubscribe();
      forget();
    };
  }, [videoId]);

  useEffect(() => {
    if (left === undefined) return;
    if (left > 0) {
      const timer = window.setTimeout(() => setLeft(left - 1), 1000);
      return () => window.clearTimeout(timer);
    }
    return whenFinished(go);
  }, [left, go]);

  return { left, cancel };
}
