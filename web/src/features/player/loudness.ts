/**
 * Plays an element quieter by `gainDb` (0 or less) while its `volume` goes on to mean what the person chose: sliders, keys
 * and what is remembered see no difference. The answer ends it.
 *
 * No audio graph, which browsers keep silent until somebody presses something, and which cannot be undone.
 */
export function attenuate(video: HTMLVideoElement, gainDb: number): () => void {
  const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "volume");
  const factor = 10 ** (gainDb / 20);
  if (!own?.get || !own.set || !(factor < 1)) return () => undefined;
  const read = own.get.bind(video) as () => number;
  const write = own.set.bind(video);
  const chosen = video.volume;
  Object.defineProperty(video, "volume", {
    configurable: true,
    get: () => Math.min(1, Math.round((read() / factor) * 10_000) / 10_000),
    // What is out of range stays so, for the element to refuse it.
    set: (volume: number) => write(volume >= 0 && volume <= 1 ? volume * factor : volume),
  });
  write(chosen * factor);
  return () => {
    const last = video.volume;
    Reflect.deleteProperty(video, "volume");
    write(last);
  };
}
