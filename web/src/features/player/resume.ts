import { stored } from "@/lib/stored";

export interface ResumeFacts {
  duration: number;
  /** From the address (`?t=90`): asked for, so it wins. */
  asked?: number | undefined;
  /** What the server remembers for somebody signed in. */
  server?: number | null | undefined;
  /** What this browser remembers. */
  local?: number | undefined;
}

/** Where to start: not worth it in the first seconds, and whoever saw nearly all of it starts again. */
export function startPosition({ duration, asked, server, local }: ResumeFacts): number {
  if (asked !== undefined) return Math.max(0, duration > 0 ? Math.min(asked, duration) : asked);
  const remembered = server ?? local ?? 0;
  const nearEnd = duration > 0 && remembered > duration - Math.max(3, duration * 0.05);
  return remembered < 3 || nearEnd ? 0 : remembered;
}

const KEPT = 200;

/** Positions of this browser's latest videos: for visitors without an account, and between two reports to the server. */
export class LocalPositions {
  private readonly store: { get(): string | null; set(value: string | null): void };

  constructor(store = stored("vidstead.positions")) {
    this.store = store;
  }

  get(videoId: string): number | undefined {
    return this.read().find(([id]) => id === videoId)?.[1];
  }

  set(videoId: string, seconds: number): void {
    const others = this.read().filter(([id]) => id !== videoId);
    this.store.set(JSON.stringify([[videoId, Math.round(seconds * 10) / 10], ...others].slice(0, KEPT)));
  }

  remove(videoId: string): void {
    this.store.set(JSON.stringify(this.read().filter(([id]) => id !== videoId)));
  }

  clear(): void {
    this.store.set(null);
  }

  private read(): [string, number][] {
    try {
      const value: unknown = JSON.parse(this.store.get() ?? "[]");
      return Array.isArray(value) ? value.filter(isPosition) : [];
    } catch {
      return [];
    }
  }
}

const isPosition = (entry: unknown): entry is [string, number] =>
  Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "number";
