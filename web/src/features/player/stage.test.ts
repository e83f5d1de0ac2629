import { afterEach, expect, test } from "vitest";
import { closePlayer, type PlayerSource, setHandle, showOnPage, timeIn } from "./stage";

const sought: number[] = [];
const source = (videoId: string, askedAt?: number) => ({ videoId, askedAt, startAt: askedAt ?? 0 }) as PlayerSource;

function play(videoId: string, askedAt?: number): void {
  showOnPage(source(videoId, askedAt));
  setHandle({ currentTime: () => 300, seek: (seconds) => sought.push(seconds), isPlaying: () => true });
}

afterEach(() => {
  setHandle(undefined);
  closePlayer();
  sought.length = 0;
});

test("a video that plays goes to the time that its address asks for", () => {
  play("a");
  showOnPage(source("a", 17));
  expect(sought).toEqual([17]);
  showOnPage(source("a", 0));
  expect(sought).toEqual([17, 0]);
});

test("a video that plays goes on where it is when no other time is asked for", () => {
  play("a", 17);
  showOnPage(source("a", 17));
  showOnPage(source("a"));
  expect(sought).toEqual([]);
});

test("another video begins by itself", () => {
  play("a");
  showOnPage(source("b", 17));
  expect(sought).toEqual([]);
});

test("the time is that of the video which is shown", () => {
  play("a");
  expect(timeIn("a")).toBe(300);
  expect(timeIn("b")).toBeUndefined();
});
