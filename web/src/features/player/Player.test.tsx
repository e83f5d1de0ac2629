import { act, render, waitFor } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { en as common } from "@/lib/i18n/en";
import { withTexts } from "@/testing/withTexts";
import { en } from "./i18n/en";
import { Player } from "./Player";
import type { PlayerSource } from "./stage";

beforeAll(() => withTexts({ player: en, common }));

// This browser cannot read the sliders' rules for slots, and has nothing to play on elsewhere.
beforeEach(() => {
  vi.spyOn(CSSStyleSheet.prototype, "insertRule").mockImplementation(function (this: CSSStyleSheet, _, index = 0) {
    this.replaceSync("slider {}".repeat(index + 1));
    return index;
  });
  vi.spyOn(RemotePlayback.prototype, "watchAvailability").mockResolvedValue(0);
  vi.spyOn(RemotePlayback.prototype, "cancelWatchAvailability").mockResolvedValue();
});
afterEach(() => i18next.changeLanguage("en"));

const source: PlayerSource = {
  videoId: "v",
  title: "Video",
  channel: "Channel",
  manifestUrl: "/v.m3u8",
  licenseUrl: "/license",
  poster: null,
  startAt: 0,
  duration: 60,
  ready: [],
  storyboardUrl: null,
  chaptersUrl: null,
  chapters: [],
  captions: [],
  loudness: null,
  renew: () => Promise.resolve(null),
};

test("another language changes the words of the controls and leaves the video alone", async () => {
  const { container } = render(<Player source={source} place="page" onMini={() => undefined} />);
  const video = container.querySelector("video");
  const controls = container.querySelector(".player-chrome");
  await act(() => i18next.changeLanguage("de"));
  await waitFor(() => expect(container.querySelector(".player-chrome")).not.toBe(controls));
  expect(container.querySelector("video")).toBe(video);
});
