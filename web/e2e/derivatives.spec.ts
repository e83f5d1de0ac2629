import type { Page } from "@playwright/test";
import { Person, send } from "./support/api";
import { crossingClip } from "./support/clips";
import { poll } from "./support/site";
import { expect, test } from "./support/test";

/** What goes along with a video: pictures on the scrub bar, chapters, captions, levelled sound, moving cards. */

const seconds = 32;
const title = "A bar that crosses the picture";
let videoId: string;

test.beforeAll(async () => {
  test.setTimeout(200_000);
  const uploader = await Person.register("derivative-tests");
  videoId = await uploader.publish(crossingClip(seconds), {
    title,
    description: "What happens:\n0:00 On the left\n0:11 In the <b>middle</b>\n0:21 On the right",
  });
  await poll(150_000, async () => {
    const page = await send<{ loudness: unknown }>("GET", `/api/v1/videos/${videoId}`);
    return page.loudness ? true : undefined;
  });
});

test("the picture over the scrub bar shows what is shown at its time", async ({ page }) => {
  await watch(page);
  const bar = page.locator("media-time-range");
  for (const part of [0.1, 0.5, 0.92]) {
    const box = await bar.boundingBox();
    if (!box) throw new Error("no scrub bar");
    await page.mouse.move(box.x + box.width * part, box.y + box.height / 2);
    const picture = page.locator("media-time-range > media-preview-thumbnail");
    await expect(picture).toBeVisible();
    await expect
      .poll(async () => Math.abs((await shownTime(page)) - Number(await bar.getAttribute("mediapreviewtime"))))
      .toBeLessThan(1.3);
  }
});

/** Reads from the picture on the screen when it was taken: the bar crosses all of it in the length of the clip. */
function shownTime(page: Page): Promise<number> {
  return page.locator("media-time-range > media-preview-thumbnail").evaluate(async (element, length) => {
    const [x = 0, y = 0, width = 0, height = 0] = (element.getAttribute("mediapreviewcoords") ?? "")
      .split(" ")
      .map(Number);
    const sheet = new Image();
    sheet.src = element.getAttribute("mediapreviewimage") ?? "";
    await sheet.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = 1;
    const context = canvas.getContext("2d");
    context?.drawImage(sheet, x, y + height / 2, width, 1, 0, 0, width, 1);
    const row = context?.getImageData(0, 0, width, 1).data ?? [];
    const left = Array.from({ length: width }, (_, at) => row[at * 4] ?? 0).findIndex((red) => red > 128);
    return (left / width) * (320 / 312) * length;
  }, seconds);
}

test("chapters stand on the bar, under the description and in the controls", async ({ page }) => {
  await watch(page);
  await page.getByRole("button", { name: /^Chapters/ }).click();
  await page.getByRole("button", { name: /In the <b>middle<\/b>/ }).click();
  await expect.poll(() => currentTime(page)).toBeGreaterThanOrEqual(11);
  await page.locator("video").first().hover();
  const now = page.getByRole("button", { name: "Chapter: In the <b>middle</b>" });
  await expect(now).toBeVisible();
  await now.click();
  await page.getByRole("menuitemradio", { name: /On the right/ }).click();
  await expect.poll(() => currentTime(page)).toBeGreaterThanOrEqual(21);
  const shown = await page
    .locator("media-time-range")
    .evaluate((range: HTMLElement & { mediaChaptersCues?: { text: string }[] }) =>
      range.mediaChaptersCues?.map(({ text }) => text),
    );
  expect(shown).toEqual(["On the left", "In the <b>middle</b>", "On the right"]);
});

test("the file's subtitles are captions", async ({ page }) => {
  await watch(page);
  await page.locator("video").first().hover();
  await page.getByRole("button", { name: "Captions" }).click();
  await expect
    .poll(() =>
      page.locator("video").evaluate((video: HTMLVideoElement) => {
        const showing = Array.from(video.textTracks).filter(
          ({ mode, kind }) => mode === "showing" && kind === "captions",
        );
        return showing.map(
          ({ label, cues }) => `${label}: ${Array.from(cues ?? [], (cue) => (cue as VTTCue).text).join(" ")}`,
        );
      }),
    )
    .toEqual(["Deutsch: Guten <b>Tag</b>"]);
});

test("a loud video is turned down, unless one wants it as it is", async ({ page }) => {
  await watch(page);
  const sounding = () =>
    page
      .locator("video")
      .evaluate((video) =>
        Number(Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "volume")?.get?.call(video)),
      );
  const chosen = () => page.locator("video").evaluate((video: HTMLVideoElement) => video.volume);
  await expect.poll(sounding).toBeLessThan(0.6);
  expect(await chosen()).toBe(1);
  await page.locator("video").first().hover();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Stable volume" }).click();
  expect(await sounding()).toBe(1);
  expect(await chosen()).toBe(1);
});

test("a card moves under the mouse, but not for those who want no motion", async ({ page }) => {
  await page.goto("/");
  const card = page.getByRole("article").filter({ hasText: title }).first();
  await card.hover();
  await expect
    .poll(() => card.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0);
  await page.mouse.move(0, 0);
  await expect(card.locator("video")).toHaveCount(0);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await card.hover();
  const asked = page.waitForRequest(/preview-/, { timeout: 1000 }).catch(() => "none");
  expect(await asked).toBe("none");
  await expect(card.locator("video")).toHaveCount(0);
});

async function watch(page: Page): Promise<void> {
  await page.goto(`/watch/${videoId}`);
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0);
}

function currentTime(page: Page): Promise<number> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
}
