/** How fast bytes went in the last seconds. */
export interface Pace {
  readonly samples: readonly { readonly at: number; readonly bytes: number }[];
}

export const START_PACE: Pace = { samples: [] };

const WINDOW_MS = 8_000;
const SPACING_MS = 250;
/** Less than this says nothing yet. */
const ENOUGH_MS = 750;

/** Adds a count of all bytes sent so far. A count below the last one (a piece had to be sent again) starts anew. */
export function withSample(pace: Pace, at: number, bytes: number): Pace {
  const { samples } = pace;
  const last = samples.at(-1);
  if (last && bytes < last.bytes) return { samples: [{ at, bytes }] };
  const before = samples.at(-2);
  const kept = last && before && at - before.at < SPACING_MS ? samples.slice(0, -1) : samples;
  return { samples: [...kept, { at, bytes }].filter((sample) => at - sample.at <= WINDOW_MS) };
}

/** `null` while too little has been seen. A stall shows: time goes on, bytes do not. */
export function bytesPerSecond({ samples }: Pace, now: number): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < ENOUGH_MS) return null;
  const end = Math.max(last.at, now - SPACING_MS * 2);
  return ((last.bytes - first.bytes) * 1000) / (end - first.at);
}

export function secondsLeft(pace: Pace, now: number, bytesLeft: number): number | null {
  const speed = bytesPerSecond(pace, now);
  return speed === null || speed < 1 ? null : bytesLeft / speed;
}
