import type { EngineFigures, EngineProblem, EngineState, PlaybackEngine } from "./engine";

/** HLS by the browser itself, where media source extensions are missing (older iPhones). It chooses the quality alone. */
export class NativeEngine implements PlaybackEngine {
  private readonly video: HTMLVideoElement;
  private readonly listeners = new Set<() => void>();
  private readonly gone = new AbortController();
  private current: EngineState = { qualities: [], playing: undefined, problem: undefined };

  constructor(video: HTMLVideoElement) {
    this.video = video;
    const failed = () => this.set(problemOf(video.error));
    video.addEventListener("error", failed, { signal: this.gone.signal });
  }

  load(url: string, startAt: number): void {
    this.set(undefined);
    this.video.src = startAt > 0 ? `${url}#t=${startAt}` : url;
    this.video.load();
  }

  choose(): void {
    // The browser gives no say in it; the menu offers none, because `qualities` is empty.
  }

  readonly state = (): EngineState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  figures(): EngineFigures {
    return { bandwidthBps: 0, via: "browser", codecs: undefined };
  }

  destroy(): void {
    this.gone.abort();
    this.listeners.clear();
    this.video.removeAttribute("src");
    this.video.load();
  }

  private set(problem: EngineProblem | undefined): void {
    this.current = { ...this.current, problem };
    for (const listener of this.listeners) listener();
  }
}

function problemOf(error: MediaError | null): EngineProblem {
  if (error?.code === MediaError.MEDIA_ERR_NETWORK) return "network";
  return error?.code === MediaError.MEDIA_ERR_DECODE ? "decode" : "unsupported";
}
