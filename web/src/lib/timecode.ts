/** Reads "90", "90s", "1m30s", "1h2m3s", "1:30" or "1:02:03" as seconds; `undefined` for anything else. */
export function parseTimecode(text: string): number | undefined {
  if (/^\d{1,6}(\.\d+)?s?$/.test(text)) return Number.parseFloat(text);
  const letters = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text);
  if (letters && text !== "") return total(letters[1], letters[2], letters[3]);
  const clock = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)$/.exec(text);
  return clock ? total(clock[1], clock[2], clock[3]) : undefined;
}

const total = (h = "0", m = "0", s = "0"): number => Number(h) * 3600 + Number(m) * 60 + Number(s);
