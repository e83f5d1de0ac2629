export interface WatchEvent {
  type: "play" | "pause" | "seek" | "end" | "quality" | "stall";
  position: number;
  /** Seconds ago, when it is sent. */
  age: number;
  quality?: string;
  stalled?: number;
}

type Told = Omit<WatchEvent, "age" | "position">;

const FLUSH_AFTER_MS = 15_000;
const MOST = 50;
/** A shorter halt is none that anybody noticed. */
const SHORTEST_STALL_S = 0.25;

/** Collects what a player does and sends it in batches: when there are many, after a while, and when asked. */
export class WatchEvents {
  private readonly send: (events: WatchEvent[]) => void;
  private readonly now: () => number;
  private waiting: (Omit<WatchEvent, "age"> & { at: number })[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stalledSince: number | undefined;

  constructor(send: (events: WatchEvent[]) => void, now: () => number = () => performance.now()) {
    this.send = send;
    this.now = now;
  }

  add(told: Told, position: number): void {
    if (!Number.isFinite(position)) return;
    this.waiting.push({ ...told, position: round(position), at: this.now() });
    if (this.waiting.length >= MOST) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
  }

  /** Nothing moves although it should. */
  halt(): void {
    this.stalledSince ??= this.now();
  }

  /** It moves again, or is not to move any more. */
  goOn(position: number): void {
    if (this.stalledSince === undefined) return;
    const stalled = (this.now() - this.stalledSince) / 1000;
    this.stalledSince = undefined;
    if (stalled >= SHORTEST_STALL_S) this.add({ type: "stall", stalled: round(stalled) }, position);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.length === 0) return;
    const now = this.now();
    const events = this.waiting.map(({ at, ...event }) => ({ ...event, age: round((now - at) / 1000) }));
    this.waiting = [];
    this.send(events);
  }
}

const round = (seconds: number): number => Math.max(0, Math.round(seconds * 1000) / 1000);
