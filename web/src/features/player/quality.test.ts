import { describe, expect, test } from "vitest";
import type { Quality } from "./engine";
import { levelNamed, needsReload, qualityName, qualityOptions } from "./quality";

const level = (height: number, bitrate = height * 1000): Quality => ({
  name: `${height}p`,
  width: Math.round((height * 16) / 9),
  height,
  fps: 25,
  bitrate,
});

describe("qualities", () => {
  test("are named by the shorter side", () => {
    expect(qualityName(1920, 1080)).toBe("1080p");
    expect(qualityName(1080, 1920)).toBe("1080p");
  });

  test("between two steps have the name of the upper one", () => {
    expect(qualityName(768, 432)).toBe("480p");
    expect(qualityName(1920, 800)).toBe("1080p");
  });

  test("are listed best first, those that came later among them", () => {
    const names = qualityOptions([level(1080), level(240)], [level(360), level(720), level(1080)]).map(
      ({ name }) => name,
    );
    expect(names).toEqual(["1080p", "720p", "360p", "240p"]);
  });

  test("of one name are one choice, the better one", () => {
    expect(qualityOptions([level(720, 1000), level(720, 3000)], [])).toEqual([
      { name: "720p", fps: 25, bitrate: 3000 },
    ]);
  });

  test("are chosen in the coding that plays, and in ordinary light", () => {
    const coded = (height: number, codecSet: string, videoRange = "SDR") => ({
      ...level(height),
      codecSet,
      videoRange,
    });
    const levels = [
      coded(360, "av01"),
      coded(360, "avc1"),
      coded(720, "av01"),
      coded(720, "avc1"),
      coded(720, "av01", "PQ"),
    ];
    expect(levelNamed(levels, "720p", levels[0])).toBe(2);
    expect(levelNamed(levels, "720p", levels[1])).toBe(3);
    expect(levelNamed(levels, "720p", undefined)).toBe(3);
    expect(levelNamed(levels, "auto", levels[0])).toBe(-1);
  });

  test("need the manifest again only when it did not name them", () => {
    expect(needsReload([level(1080)], "auto")).toBe(false);
    expect(needsReload([level(1080)], "1080p")).toBe(false);
    expect(needsReload([level(1080)], "360p")).toBe(true);
  });
});
