import type { Page, Response } from "@playwright/test";
import { Person } from "./support/api";
import { unplayableClip } from "./support/clips";
import { HeldEncoder } from "./support/encoder";
import { expect, siteUrl, test } from "./support/test";

interface Video {
  renditions?: { name: string }[];
}

const seconds = 45;
let encoder: HeldEncoder | undefined;

test.afterEach(() => encoder?.release());

/** A video that must be encoded before it plays: its first seconds play while the rest is encoded. */
test("a playlist that grows is played, grows longer, is sought in and ends like any other", async ({ page }) => {
  const uploader = await Person.register("growing");
  const playlists: string[] = [];
  page.on("response", async (answer) => {
    if (answer.url().endsWith("/360p.m3u8")) playlists.push(await answer.text().catch(() => ""));
  });
  const film = unplayableClip("growing", seconds);
  const videoId = await uploader.publish(film, { title: "Watched while it is encoded" });
  encoder = await HeldEncoder.of(videoId);
  await page.goto(`${siteUrl()}/watch/${videoId}`);
  await expect.poll(() => of(page, "currentTime"), "it plays from the beginning").toBeGreaterThan(0.5);
  const early = await of(page, "duration");
  expect(early).toBeLessThan(seconds - 12);
  expect(await of(page, "currentTime")).toBeLessThan(10);
  expect(playlists[0]).toContain("#EXT-X-PLAYLIST-TYPE:EVENT");
  expect(playlists[0]).not.toContain("#EXT-X-ENDLIST");

  await encoder.workUntil(async () => (await encoded(videoId)) > early + 4);
  await expect.poll(() => of(page, "duration"), { message: "it grows", timeout: 30_000 }).toBeGreaterThan(early);
  await seek(page, (await of(page, "duration")) - 6);
  const sought = await of(page, "currentTime");
  await expect.poll(() => of(page, "currentTime"), "it goes on where it was sought").toBeGreaterThan(sought + 0.5);
  expect(playlists.at(-1)).not.toContain("#EXT-X-ENDLIST");

  const more = page.waitForResponse(
    async (answer) => answer.url().endsWith(`/api/v1/videos/${videoId}`) && (await hasLadder(answer)),
    { timeout: 60_000 },
  );
  encoder.release();
  await expect
    .poll(() => of(page, "duration"), { message: "all of it is there", timeout: 120_000 })
    .toBeGreaterThan(seconds - 1);
  expect(await of(page, "currentTime")).toBeGreaterThan(sought);
  await seek(page, seconds - 2);
  await expect.poll(() => of(page, "ended")).toBe(1);
  expect(playlists.at(-1)).toContain("#EXT-X-ENDLIST");

  // Its other qualities come while it stands at its end, and leave it there.
  await more;
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await of(page, "ended")).toBe(1);
});

/** How many seconds of it are encoded. */
async function encoded(videoId: string): Promise<number> {
  const playlist = await (await fetch(`${siteUrl()}/media/${videoId}/360p.m3u8`)).text();
  return [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].reduce((sum, [, length]) => sum + Number(length), 0);
}

const hasLadder = async (answer: Response): Promise<boolean> =>
  ((await answer.json().catch(() => undefined)) as Video | undefined)?.renditions?.some(
    ({ name }) => name === "144p",
  ) ?? false;

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
