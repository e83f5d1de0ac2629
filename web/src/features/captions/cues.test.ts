import { describe, expect, test } from "vitest";
import { addAfter, change, faultOf, indexAt, inOrder, merge, search, split, withKeys, without } from "./cues";
import { cueTime, parseCueTime } from "./cueTime";

const lines = () =>
  withKeys([
    { start: 1, end: 3, text: "Hello there everybody" },
    { start: 4, end: 5, text: "Grüße aus Köln" },
    { start: 10, end: 12.5, text: "The end" },
  ]);

const bare = (cues: readonly { start: number; end: number; text: string }[]) =>
  cues.map(({ start, end, text }) => [start, end, text]);

describe("editing", () => {
  test("splits at the cursor, the time by the lengths", () => {
    const cues = lines();
    const done = split(cues, cues[0]?.key ?? 0, 11);
    expect(bare(done?.cues.slice(0, 2) ?? [])).toEqual([
      [1, 2.1, "Hello there"],
      [2.1, 3, "everybody"],
    ]);
    expect(done?.second.text).toBe("everybody");
    expect(split(cues, cues[0]?.key ?? 0, 0)).toBeUndefined();
    expect(split(cues, cues[0]?.key ?? 0, 99)).toBeUndefined();
  });

  test("joins with the next", () => {
    const cues = lines();
    expect(bare(merge(cues, cues[0]?.key ?? 0) ?? [])[0]).toEqual([1, 5, "Hello there everybody Grüße aus Köln"]);
    expect(merge(cues, cues[2]?.key ?? 0)).toBeUndefined();
  });

  test("what was split and joined is as before", () => {
    const cues = lines();
    const key = cues[0]?.key ?? 0;
    const done = split(cues, key, 6);
    expect(bare(merge(done?.cues ?? [], key) ?? [])).toEqual(bare(cues));
  });

  test("adds into the gap that follows, or after the end", () => {
    const cues = lines();
    expect(bare([addAfter(cues, cues[0]?.key).added])).toEqual([[3, 4, ""]]);
    expect(bare([addAfter(cues, cues[2]?.key).added])).toEqual([[12.5, 14.5, ""]]);
    expect(bare([addAfter([], undefined).added])).toEqual([[0, 2, ""]]);
    expect(addAfter(cues, cues[0]?.key).cues.map(({ start }) => start)).toEqual([1, 3, 4, 10]);
  });

  test("keys tell lines apart; order is that of the times", () => {
    const cues = lines();
    const moved = inOrder(change(cues, cues[0]?.key ?? 0, { start: 20, end: 21 }));
    expect(moved.map(({ text }) => text)).toEqual(["Grüße aus Köln", "The end", "Hello there everybody"]);
    expect(without(cues, cues[1]?.key ?? 0)).toHaveLength(2);
    expect(new Set([...cues, ...lines()].map(({ key }) => key)).size).toBe(6);
  });

  test("tells what cannot be saved", () => {
    expect(faultOf({ start: 1, end: 1, text: "x" })).toBe("badOrder");
    expect(faultOf({ start: 1, end: 2, text: "x".repeat(1001) })).toBe("tooLong");
    expect(faultOf({ start: 1, end: 2, text: "" })).toBeUndefined();
  });
});

test("follows the moment", () => {
  const cues = lines();
  expect([0, 1, 2.9, 3.9, 4, 7.9, 8.1, 12, 15, 16].map((at) => indexAt(cues, at))).toEqual([
    -1, 0, 0, 0, 1, 1, -1, 2, 2, -1,
  ]);
  expect(indexAt([], 3)).toBe(-1);
});

test("finds words whatever their case and accents", () => {
  expect(search(lines(), "KOLN gruße")).toEqual([1]);
  expect(search(lines(), "e")).toEqual([0, 1, 2]);
  expect(search(lines(), "  ")).toEqual([]);
  expect(search(lines(), "nowhere")).toEqual([]);
});

test("times are written and read back", () => {
  for (const seconds of [0, 0.001, 1.5, 59.999, 60, 3599.25, 3600, 36_000.5]) {
    expect(parseCueTime(cueTime(seconds))).toBeCloseTo(seconds, 6);
  }
  expect(cueTime(3723.45)).toBe("1:02:03.450");
  expect(parseCueTime("1:02,5")).toBe(62.5);
  expect(parseCueTime("62.5")).toBe(62.5);
  expect(parseCueTime(" 00:00:01.000 ")).toBe(1);
  for (const wrong of ["", "x", "1:60", "1:2:3:4", "-1", "1.2.3"]) expect(parseCueTime(wrong), wrong).toBeUndefined();
});
