import { screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { en as common } from "@/lib/i18n/en";
import { refuseSecondPage } from "@/testing/endlessList";
import { renderInSite } from "@/testing/renderInSite";
import { withTexts } from "@/testing/withTexts";
import { en } from "./i18n/en";
import { NextUp } from "./NextUp";
import { PlaylistItems } from "./PlaylistItems";
import { SaveDialog } from "./SaveDialog";

beforeAll(() => withTexts({ common, playlists: en }));
afterEach(() => vi.unstubAllGlobals());

const entries = { videos: [{ item_id: "1", video: null }] };
const playlists = { playlists: [{ playlist_id: "p", kind: "own", title: "Mine", privacy: "private" }] };
const retry = () => screen.findByRole("button", { name: common.retry });

test("a list whose next page does not come says so and asks once", async () => {
  const asked = refuseSecondPage(entries);
  renderInSite(<PlaylistItems id="p" editable={false} />);
  await retry();
  expect(await asked()).toBe(1);
});

test("the list beside the player stays when its next page does not come", async () => {
  const asked = refuseSecondPage(entries, { "/api/v1/playlists/p": { kind: "own", title: "Mine", video_count: 60 } });
  renderInSite(<NextUp list="p" shuffle={undefined} videoId="v" onEnded={() => () => undefined} />);
  await retry();
  expect(screen.getByRole("link", { name: "Mine" })).toBeTruthy();
  expect(await asked()).toBe(1);
});

test("lists to save a video to stay when the rest of them does not come", async () => {
  const asked = refuseSecondPage(playlists);
  renderInSite(<SaveDialog video={{ video_id: "v", title: "Video" }} onClose={() => undefined} />);
  await retry();
  expect(screen.getByRole("checkbox", { name: /Mine/ })).toBeTruthy();
  expect(await asked()).toBe(1);
});
