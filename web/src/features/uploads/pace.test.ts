import { describe, expect, test } from "vitest";
import { bytesPerSecond, type Pace, START_PACE, secondsLeft, withSample } from "./pace";

const steady = (seconds: number, rate: number): Pace => {
  let pace = START_PACE;
  for (let ms = 0; ms <= seconds * 1000; ms += 50) pace = withSample(pace, ms, (ms / 1000) * rate);
  return pace;
};

describe("the pace of an upload", () => {
  test("is unknown at first", () => {
    expect(bytesPerSecond(withSample(withSample(START_PACE, 0, 0), 500, 9999), 500)).toBeNull();
    expect(secondsLeft(START_PACE, 0, 10)).toBeNull();
  });

  test("is that of the last seconds, from few samples", () => {
    const pace = steady(60, 1_000_000);
    expect(bytesPerSecond(pace, 60_000)).toBeCloseTo(1_000_000, -4);
    expect(secondsLeft(pace, 60_000, 30_000_000)).toBeCloseTo(30, 0);
    expect(pace.samples.length).toBeLessThan(50);
  });

  test("falls while nothing moves", () => {
    const pace = steady(5, 1_000_000);
    const now = bytesPerSecond(pace, 5_000) ?? 0;
    expect(bytesPerSecond(pace, 15_000) ?? 0).toBeLessThan(now / 2);
  });

  test("starts anew when a piece has to be sent again", () => {
    expect(withSample(steady(5, 1_000_000), 5_100, 1000).samples).toEqual([{ at: 5100, bytes: 1000 }]);
  });
});
