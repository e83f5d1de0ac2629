const RUNGS = [144, 240, 360, 480, 720, 1080, 1440, 2160];

export interface Quality {
  readonly name: string;
  readonly there: boolean;
}

/** The original itself, which plays before any other quality is made, has no height in its name. */
const heightOf = (name: string): number => Number.parseInt(name, 10) || Number.MAX_SAFE_INTEGER;

/** One size in another coding is no other quality. */
const withoutCoding = (name: string): string => name.replace(/-(av1|hdr)$/, "");

/** What is there, and what a picture of this height will get besides, from small to large. */
export function ladder(names: readonly string[], height: number | null): Quality[] {
  const expected = height === null ? [] : RUNGS.filter((rung) => rung <= height).map((rung) => `${rung}p`);
  const there = new Set(names.map(withoutCoding));
  return [...new Set([...there, ...expected])]
    .sort((a, b) => heightOf(a) - heightOf(b))
    .map((name) => ({ name, there: there.has(name) }));
}
