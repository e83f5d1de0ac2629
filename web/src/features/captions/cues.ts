/** A line of captions as it is edited. */
export interface Cue {
  /** Tells it from all others as long as the editor is open. */
  key: number;
  /** Seconds. */
  start: number;
  end: number;
  text: string;
}

/** Times as they are said, in seconds; a line of a transcript is one. */
export interface Timed {
  start: number;
  end: number;
  text: string;
}

export const LONGEST_TEXT = 1000;
const LEAST = 0.2;
const FRESH = 2;

let lastKey = 0;

export const withKeys = (cues: readonly { start: number; end: number; text?: string | null | undefined }[]): Cue[] =>
  cues.map(({ start, end, text }) => cue(start, end, text ?? ""));

function cue(start: number, end: number, text: string): Cue {
  lastKey += 1;
  return { key: lastKey, start: rounded(start), end: rounded(end), text };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

export const inOrder = (cues: readonly Cue[]): Cue[] => [...cues].sort((a, b) => a.start - b.start || a.end - b.end);

export const change = (cues: readonly Cue[], key: number, to: Partial<Omit<Cue, "key">>): Cue[] =>
  cues.map((each) => (each.key === key ? { ...each, ...to } : each));

export const without = (cues: readonly Cue[], key: number): Cue[] => cues.filter((each) => each.key !== key);

/** Whether they are the same lines, unchanged and in the same order. */
export const sameLines = (some: readonly Cue[], others: readonly Cue[]): boolean =>
  some.length === others.length && some.every((each, at) => each === others[at]);

/** A new line after another one, in the gap that follows if there is one. `undefined` is the beginning. */
export function addAfter(cues: readonly Cue[], key: number | undefined): { cues: Cue[]; added: Cue } {
  const at = cues.findIndex((each) => each.key === key);
  const start = cues[at]?.end ?? 0;
  const next = cues[at + 1];
  const gap = next ? next.start - start : FRESH;
  const added = cue(start, start + (gap >= LEAST ? Math.min(gap, FRESH) : FRESH), "");
  return { cues: cues.toSpliced(at + 1, 0, added), added };
}

/** Two lines of one: the words as they stand before and after a place in them, the time by their lengths. */
export function split(cues: readonly Cue[], key: number, place: number): { cues: Cue[]; second: Cue } | undefined {
  const at = cues.findIndex((each) => each.key === key);
  const whole = cues[at];
  if (!whole) return undefined;
  const before = whole.text.slice(0, place).trim();
  const after = whole.text.slice(place).trim();
  if (before === "" || after === "") return undefined;
  const middle = rounded(whole.start + ((whole.end - whole.start) * before.length) / (before.length + after.length));
  const second = cue(middle, whole.end, after);
  return { cues: cues.toSpliced(at, 1, { ...whole, end: middle, text: before }, second), second };
}

/** One line of a line and the next. */
export function merge(cues: readonly Cue[], key: number): Cue[] | undefined {
  const at = cues.findIndex((each) => each.key === key);
  const first = cues[at];
  const second = cues[at + 1];
  if (!first || !second) return undefined;
  const text = [first.text.trim(), second.text.trim()].filter((words) => words !== "").join(" ");
  return cues.toSpliced(at, 2, { ...first, end: Math.max(first.end, second.end), text });
}

export type CueFault = "badOrder" | "tooLong";

export function faultOf({ start, end, text }: Timed): CueFault | undefined {
  if (end - start < 0.001) return "badOrder";
  return text.length > LONGEST_TEXT ? "tooLong" : undefined;
}

/** Where in a list in order the moment is: the last line that has begun, as long as it is fresh; -1 for none. */
export function indexAt(cues: readonly Timed[], seconds: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) <= seconds + 0.05) low = middle + 1;
    else high = middle;
  }
  const last = cues[low - 1];
  return last && seconds < last.end + 3 ? low - 1 : -1;
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The places of lines that hold all of the words, whatever their case and accents. */
export function search(cues: readonly Timed[], query: string): number[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return cues.flatMap(({ text }, at) => {
    const line = plain(text);
    return words.every((word) => line.includes(word)) ? [at] : [];
  });
}
