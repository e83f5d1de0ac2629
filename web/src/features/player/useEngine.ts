import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createEngine } from "./createEngine";
import { freeze, holdPlace, play, positionOf } from "./element";
import type { EngineState, PlaybackEngine } from "./engine";
import { needsReload } from "./quality";
import type { PlayerSource } from "./stage";
import type { MediaState } from "./useMedia";

const NOTHING: EngineState = { qualities: [], playing: undefined, problem: undefined };
const noSubscription = () => () => undefined;

/**
 * The engine on its video element, the chosen quality, and the reading anew of a manifest that has grown.
 *
 * While the ladder fills, qualities become ready that the manifest in use does not name. It is read again when somebody
 * chooses one of them, and by itself only when nobody notices: while paused, or while playing has stalled anyway. What came to
 * its end stays there, with its last picture and the button that plays it again.
 */
export function useEngine(video: HTMLVideoElement | null, source: PlayerSource, media: MediaState) {
  const [engine, setEngine] = useState<PlaybackEngine>();
  const [choice, setChoice] = useState("auto");
  const first = useRef(source);
  const state = useSyncExternalStore(engine?.subscribe ?? noSubscription, engine?.state ?? (() => NOTHING));

  useEffect(() => {
    if (!video) return;
    const created = createEngine(video, first.current.licenseUrl);
    holdPlace(video, first.current.startAt);
    created.load(first.current.manifestUrl, first.current.startAt);
    setEngine(created);
    return () => created.destroy();
  }, [video]);

  const url = source.manifestUrl;
  const reload = useCallback(
    (address: string = url) => {
      if (!video || !engine) return;
      loadAgain(video, engine, address);
    },
    [video, engine, url],
  );

  const choose = useCallback(
    (name: string) => {
      setChoice(name);
      engine?.choose(name);
      if (engine && needsReload(engine.state().qualities, name)) reload();
    },
    [engine, reload],
  );

  const retry = useCallback(async () => {
    const fresh = await source.renew().catch(() => null);
    reload(fresh ?? url);
  }, [source, reload, url]);

  // Once for each set of new qualities, whether or not the manifest has them already.
  const missing = source.ready
    .map(({ name }) => name)
    .filter((name) => state.qualities.length > 0 && needsReload(state.qualities, name))
    .join(" ");
  const readFor = useRef("");
  const unnoticed = media.started && !media.ended && (media.paused || media.stalled);
  useEffect(() => {
    if (missing === "" || !unnoticed || readFor.current === missing) return;
    // After all others have heard of the pause: reading anew empties the element, and with it the position they report.
    const soon = setTimeout(() => {
      readFor.current = missing;
      reload();
    });
    return () => clearTimeout(soon);
  }, [missing, unnoticed, reload]);

  return { engine, state, choice, choose, retry };
}

/** Goes on where it was, in the speed it had, without a black picture between. */
function loadAgain(video: HTMLVideoElement, engine: PlaybackEngine, address: string): void {
  const position = positionOf(video);
  const { paused } = video;
  video.addEventListener("loadeddata", freeze(video), { once: true });
  holdPlace(video, position);
  engine.load(address, position);
  if (!paused) play(video);
}
