/** One quality that can be played. `name` is what people call it ("720p") and identifies it across reloads. */
export interface Quality {
  name: string;
  width: number;
  height: number;
  fps: number;
  bitrate: number;
}

export type EngineProblem =
  /** Bytes do not come. */
  | "network"
  /** The address no longer leads anywhere: deleted, or a private video's address has run out. */
  | "gone"
  /** The bytes came and the browser cannot show them. */
  | "decode"
  | "unsupported"
  /** The video is encrypted, and its key was refused or cannot be used here. */
  | "locked";

export interface EngineState {
  qualities: readonly Quality[];
  /** What is on the screen now. */
  playing: Quality | undefined;
  problem: EngineProblem | undefined;
}

export interface EngineFigures {
  bandwidthBps: number;
  /** Where the bytes go through: the library or the browser itself. */
  via: string;
  codecs: string | undefined;
}

/**
 * Brings a manifest onto a video element. One engine serves one element from `load` to `destroy`.
 * `load` may be called again with the same or another address: it is fetched from `startAt` on, and listeners stay. That the
 * element goes there, or where somebody wants to be by then, is `holdPlace`'s.
 */
export interface PlaybackEngine {
  load(url: string, startAt: number): void;
  /** A quality by name, or "auto". A name that is not there (yet) means automatic. */
  choose(name: string): void;
  readonly state: () => EngineState;
  readonly subscribe: (listener: () => void) => () => void;
  figures(): EngineFigures;
  destroy(): void;
}
