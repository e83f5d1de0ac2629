import { useEffect } from "react";
import type { PlayerSource } from "./stage";

/** What the system shows beside its own play buttons: lock screens, keyboards, headphones. */
export function useMediaSession({ title, channel, poster }: PlayerSource): void {
  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const artwork = poster ? [{ src: new URL(poster, window.location.origin).href }] : [];
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: channel, artwork });
    return () => {
      navigator.mediaSession.metadata = null;
    };
  }, [title, channel, poster]);
}
