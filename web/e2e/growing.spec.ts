import type { Page } from "@playwright/test";
import { Person, send } from "./support/api";
import { unplayableClip } from "./support/clips";
import { expect, siteUrl, test } from "./support/test";

/** A video that must be encoded before it plays: its first seconds play while the rest is encoded. */
test("a playlist that grows is played, grows longer, is sought in and ends like any other", async ({ page }) => {
  test.setTimeout(300_000);
  const uploader = await Person.register("growing");
  const playlists: string[] = [];
  page.on("response", async (answer) => {
    if (answer.url().endsWith("/360p.m3u8")) playlists.push(await answer.text().catch(() => ""));
  });
  await page.goto(siteUrl());
  let seconds = 100;
  let videoId = await watch(page, uploader, seconds);
  let early = await of(page, "duration");
  // Machines differ: what is encoded already when it plays is too short.
  while (early > seconds - 4 && seconds < 800) {
    await send("DELETE", `/api/v1/videos/${videoId}`, { token: uploader.token });
    playlists.length = 0;
    seconds *= 2;
    videoId = await watch(page, uploader, seconds);
    early = await of(page, "duration");
  }
  expect(early).toBeLessThan(seconds - 4);
  expect(await of(page, "currentTime")).toBeLessThan(10);
  expect(playlists[0]).toContain("#EXT-X-PLAYLIST-TYPE:EVENT");
  expect(playlists[0]).not.toContain("#EXT-X-ENDLIST");

  await expect.poll(() => of(page, "duration"), { message: "it grows", timeout: 30_000 }).toBeGreaterThan(early);
  await seek(page, (await of(page, "duration")) - 6);
  const sought = await of(page, "currentTime");
  await expect.poll(() => of(page, "currentTime"), "it goes on where it was sought").toBeGreaterThan(sought + 0.5);

  await expect
    .poll(() => of(page, "duration"), { message: "all of it is there", timeout: 120_000 })
    .toBeGreaterThan(seconds - 1);
  expect(await of(page, "currentTime")).toBeGreaterThan(sought);
  await seek(page, seconds - 2);
  await expect.poll(() => of(page, "ended")).toBe(1);
  expect(playlists.at(-1)).toContain("#EXT-X-ENDLIST");
  // Nobody looks at its other qualities.
  await send("DELETE", `/api/v1/videos/${videoId}`, { token: uploader.token });
});

/** Publishes a film and opens it; returns once it plays from its beginning. */
async function watch(page: Page, uploader: Person, seconds: number): Promise<string> {
  const videoId = await uploader.publish(unplayableClip("growing", seconds), { title: "Watched while it is encoded" });
  await page.goto(`${siteUrl()}/watch/${videoId}`);
  await expect.poll(() => of(page, "currentTime"), "it plays from the beginning").toBeGreaterThan(0.5);
  return videoId;
}

const of = (page: Page, what: "currentTime" | "duration" | "ended"): Promise<number> =>
  page
    .locator("video")
    .first()
    .evaluate((video: HTMLVideoElement, name) => Number(video[name]) || 0, what);

const seek = (page: Page, to: number): Promise<void> =>
  page
    .locator("video")
    .first()
    .evaluate((video: HTMLVideoElement, time) => {
      video.currentTime = time;
      return video.play();
    }, to);
