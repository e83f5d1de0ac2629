import { describe, expect, test } from "vitest";
import { formatAgo, formatBitrate, formatBytes, formatCompact, formatDuration, formatWait } from "./format";

// Intl puts narrow and fixed spaces between numbers and units.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("format", () => {
  test.each([
    [0, "0:00"],
    [9.9, "0:09"],
    [65, "1:05"],
    [3725, "1:02:05"],
    [Number.NaN, "0:00"],
    [-3, "0:00"],
  ])("duration %d is %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  test.each([
    [999, "en", "999"],
    [1_234_567, "en", "1.2M"],
    [12_345_678, "en", "12M"],
    [1_234_567, "de", "1,2 Mio."],
  ])("%d views in %s are %s", (count, language, text) => expect(plain(formatCompact(count, language))).toBe(text));

  const now = Date.parse("2026-03-10T12:00:00Z");
  test.each([
    ["2026-03-10T11:59:30Z", "en", "now"],
    ["2026-03-10T12:00:09Z", "en", "now"],
    ["2026-03-10T09:00:00Z", "en", "3 hours ago"],
    ["2026-03-09T11:00:00Z", "de", "gestern"],
    ["2026-02-20T11:00:00Z", "en", "2 weeks ago"],
    ["2023-02-20T11:00:00Z", "en", "3 years ago"],
  ])("%s in %s is %s", (iso, language, text) => expect(formatAgo(iso, language, now)).toBe(text));

  test.each([
    [0, "0 byte"],
    [1536, "1.5 kB"],
    [4_294_967_296, "4.3 GB"],
  ])("%d bytes are %s", (bytes, text) => expect(plain(formatBytes(bytes, "en"))).toBe(text));

  test("bitrates and waits round to what people say", () => {
    expect(formatBitrate(2_540_000, "en")).toBe("2.5 Mbit/s");
    expect(formatBitrate(96_000, "en")).toBe("96 kbit/s");
    expect(plain(formatWait(41.2, "en"))).toBe("42 sec");
    expect(plain(formatWait(200, "en"))).toBe("3 min");
  });
});
