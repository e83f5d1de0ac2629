import { expect, test } from "vitest";
import { parseTimecode } from "./timecode";

test.each([
  ["90", 90],
  ["90s", 90],
  ["1m30s", 90],
  ["1h2m3s", 3723],
  ["1:30", 90],
  ["1:02:03", 3723],
  ["", undefined],
  ["soon", undefined],
  ["1:75", undefined],
  ["-5", undefined],
])("%j is %s seconds", (text, seconds) => expect(parseTimecode(text)).toBe(seconds));
