import { describe, expect, test } from "vitest";
import { holdPlace, lengthOf, positionOf, seekTo } from "./element";

interface Recorded extends HTMLVideoElement {
  /** All positions that were set, also those where it was. */
  sought: number[];
}

/** An element that has read nothing yet. */
function empty(): Recorded {
  const sought: number[] = [];
  const video = Object.assign(new EventTarget(), { duration: Number.NaN, sought });
  Object.defineProperty(video, "currentTime", { get: () => sought.at(-1) ?? 0, set: (to: number) => sought.push(to) });
  return video as unknown as Recorded;
}

function read(video: HTMLVideoElement, duration: number): void {
  Object.assign(video, { duration });
  video.dispatchEvent(new Event("loadedmetadata"));
}

describe("an element that loads", () => {
  test("begins where it was told to", () => {
    const video = empty();
    holdPlace(video, 12);
    expect(positionOf(video)).toBe(12);
    expect(video.currentTime).toBe(0);
    read(video, 30);
    expect(video.currentTime).toBe(12);
  });

  test("begins where somebody went meanwhile, and jumps count from there", () => {
    const video = empty();
    holdPlace(video, 12);
    seekTo(video, 20);
    seekTo(video, positionOf(video) - 5);
    read(video, 30);
    expect(video.currentTime).toBe(15);
  });

  test("begins at nought for who went there", () => {
    const video = empty();
    holdPlace(video, 12);
    seekTo(video, 0);
    read(video, 30);
    // Not left alone: an element that seeks is not moved by the engine to where the loading began.
    expect(video.sought).toEqual([0]);
  });

  test("stays where the slider was drawn to", () => {
    const video = empty();
    holdPlace(video, 12);
    video.currentTime = 25;
    read(video, 30);
    expect(video.currentTime).toBe(25);
  });

  test("keeps its place when it is loaded once more before it knew anything", () => {
    const video = empty();
    holdPlace(video, 12);
    holdPlace(video, positionOf(video));
    read(video, 30);
    expect(video.currentTime).toBe(12);
  });

  test("goes at once where it is told afterwards, within its length", () => {
    const video = empty();
    holdPlace(video, 12);
    read(video, 30);
    seekTo(video, 40);
    expect(video.currentTime).toBe(30);
    seekTo(video, -1);
    expect(video.currentTime).toBe(0);
  });
});

test("the length is what is foreseen until the element knows", () => {
  const video = empty();
  expect(lengthOf(video, 31)).toBe(31);
  read(video, 30);
  expect(lengthOf(video, 31)).toBe(30);
});
