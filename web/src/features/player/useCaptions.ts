import { useCallback, useEffect, useState } from "react";

export interface CaptionChoice {
  id: string;
  label: string;
}

const isCaption = (track: TextTrack) => track.kind === "captions" || track.kind === "subtitles";
const idOf = (track: TextTrack) => track.id || `${track.language}-${track.label}`;

/** The captions a video has, which one shows, and the switch; `choices` is empty where there are none. */
export function useCaptions(video: HTMLVideoElement | null) {
  const [choices, setChoices] = useState<readonly CaptionChoice[]>([]);
  const [showing, setShowing] = useState("off");

  useEffect(() => {
    if (!video) return;
    const read = () => {
      const tracks = Array.from(video.textTracks).filter(isCaption);
      setChoices(tracks.map((track) => ({ id: idOf(track), label: track.label || track.language })));
      const shown = tracks.find((track) => track.mode === "showing");
      setShowing(shown ? idOf(shown) : "off");
    };
    read();
    const events = ["addtrack", "removetrack", "change"];
    for (const name of events) video.textTracks.addEventListener(name, read);
    return () => {
      for (const name of events) video.textTracks.removeEventListener(name, read);
    };
  }, [video]);

  const choose = useCallback(
    (id: string) => {
      for (const track of Array.from(video?.textTracks ?? []).filter(isCaption)) {
        track.mode = idOf(track) === id ? "showing" : "disabled";
      }
    },
    [video],
  );

  return { choices, showing, choose };
}
