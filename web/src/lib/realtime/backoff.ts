const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait before the next attempt: doubling, and at random within the upper half, so that the pages which a
 * restart cut off do not all come back in one moment.
 *
 * @param failures in a row; 0 after a socket that worked
 */
export function backoff(failures: number, random: () => number): number {
  const longest = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.round(longest * (0.5 + random() / 2));
}
