import { describe, expect, test } from "vitest";
import { LocalPositions, startPosition } from "./resume";

describe("the start", () => {
  test.each([
    ["nothing known", { duration: 100 }, 0],
    ["the server's memory before the browser's", { duration: 100, server: 40, local: 20 }, 40],
    ["the browser's without an account", { duration: 100, server: null, local: 20 }, 20],
    ["what the address asks for before all", { duration: 100, asked: 10, server: 40 }, 10],
    ["the address may ask for the beginning", { duration: 100, asked: 0, server: 40 }, 0],
    ["not beyond the end", { duration: 100, asked: 500 }, 100],
    ["not for the first seconds", { duration: 100, server: 2 }, 0],
    ["from the beginning when nearly all was seen", { duration: 100, server: 96 }, 0],
    ["near the end of a short one too", { duration: 10, server: 8 }, 0],
    ["a length not yet known", { duration: 0, server: 40 }, 40],
  ])("%s", (_, facts, seconds) => expect(startPosition(facts)).toBe(seconds));
});

describe("this browser's positions", () => {
  const memory = (value: string | null = null) => ({
    get: () => value,
    set: (next: string | null) => {
      value = next;
    },
  });

  test("are kept for each video, the latest 200", () => {
    const positions = new LocalPositions(memory());
    for (let i = 0; i < 250; i++) positions.set(`v${i}`, i);
    positions.set("v249", 7.04);
    expect(positions.get("v249")).toBe(7);
    expect(positions.get("v50")).toBe(50);
    expect(positions.get("v49")).toBeUndefined();
  });

  test.each(["{", "17", '{"a":1}', '[["a"],3,["b",5]]'])("survive a spoilt memory: %s", (value) => {
    const positions = new LocalPositions(memory(value));
    expect(positions.get("a")).toBeUndefined();
    positions.set("a", 3);
    expect(positions.get("a")).toBe(3);
  });
});
