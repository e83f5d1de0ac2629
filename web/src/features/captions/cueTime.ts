/** Seconds as `1:02.500`, from an hour on as `1:01:02.500`. */
export function cueTime(seconds: number): string {
  const all = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const h = Math.floor(all / 3_600_000);
  const m = Math.floor((all % 3_600_000) / 60_000);
  const s = `${two(Math.floor((all % 60_000) / 1000))}.${String(all % 1000).padStart(3, "0")}`;
  return h > 0 ? `${h}:${two(m)}:${s}` : `${m}:${s}`;
}

/** Reads what {@link cueTime} writes, and what people write instead: `62.5`, `1:02,5`. `undefined` for anything else. */
export function parseCueTime(text: string): number | undefined {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, h = "0", m, s = "0", thousandths = ""] = match;
  if (m !== undefined && Number(s) > 59) return undefined;
  return Number(h) * 3600 + Number(m ?? "0") * 60 + Number(s) + Number(thousandths.padEnd(3, "0")) / 1000;
}
