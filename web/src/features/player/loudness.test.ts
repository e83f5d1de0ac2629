import { expect, test } from "vitest";
import { attenuate } from "./loudness";

const sounding = (video: HTMLVideoElement): number =>
  Number(Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "volume")?.get?.call(video));

test("a loud video is turned down behind the person's volume", () => {
  const video = document.createElement("video");
  video.volume = 0.8;
  const end = attenuate(video, -6.02);
  expect(video.volume).toBe(0.8);
  expect(sounding(video)).toBeCloseTo(0.4, 3);
  video.volume = 0.5;
  expect(video.volume).toBe(0.5);
  expect(sounding(video)).toBeCloseTo(0.25, 3);
  end();
  expect(video.volume).toBe(0.5);
  expect(sounding(video)).toBe(0.5);
});

test("nothing is turned up", () => {
  const video = document.createElement("video");
  video.volume = 0.8;
  attenuate(video, 3)();
  attenuate(video, 0);
  expect(sounding(video)).toBe(0.8);
});
