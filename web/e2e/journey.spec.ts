import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Status, send } from "./support/api";
import { carClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** What Vidstead is for, from the first visit to the second one. */
test("a stranger registers, uploads a real clip, watches it while its qualities come, seeks and resumes", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await register(page);
  const videoId = await uploadAndOpen(page);

  await expect.poll(() => currentTime(page), { message: "the picture moves", timeout: 30_000 }).toBeGreaterThan(1);
  await pause(page, videoId);
  await expectAccessible(page);
  await expectEveryQualityInTheMenu(page, videoId);

  await playFromTheMiddle(page);
  await pause(page, videoId);
  const position = await currentTime(page);

  await page.reload();
  await expect.poll(() => currentTime(page), "it goes on where it was").toBeGreaterThan(position - 2);
  await browseOnWithThePausedVideo(page, videoId);
});

async function register(page: Page): Promise<void> {
  const username = `stranger-${randomBytes(3).toString("hex")}`;
  await page.goto("/register");
  await page.getByLabel("User name").fill(username);
  await page.getByLabel("E-mail address").fill(`${username}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill("a sentence is easy to remember");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
}

/** Drops the clip on the upload page and follows the link as soon as it says that it works. */
async function uploadAndOpen(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Upload", exact: true }).first().click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles(carClip());
  await page.getByRole("main").getByRole("link", { name: "Watch", exact: true }).click();
  await page.waitForURL(/\/watch\/[\w-]{11}/);
  return /\/watch\/([\w-]{11})/.exec(page.url())?.[1] ?? "";
}

async function expectEveryQualityInTheMenu(page: Page, videoId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { stage, renditions } = await send<Status>("GET", `/api/v1/videos/${videoId}/status`);
        const shown = await qualities(page);
        return { done: stage === "done", missing: renditions.filter((name) => !shown.includes(name)) };
      },
      { timeout: 120_000, message: "the ladder is complete and all of it is in the menu" },
    )
    .toEqual({ done: true, missing: [] });
}

/** I takes the video along to the corner as it is; its title brings it back. */
async function browseOnWithThePausedVideo(page: Page, videoId: string): Promise<void> {
  await page.locator("video").evaluate((video: HTMLVideoElement) => video.pause());
  const position = await currentTime(page);
  const corner = page.getByRole("complementary", { name: "Small player" });
  await page.keyboard.press("i");
  await expect(page).toHaveURL("/");
  await expect(corner).toBeVisible();
  expect(await currentTime(page)).toBeCloseTo(position, 1);
  await corner.getByRole("link").click();
  await expect(page).toHaveURL(`/watch/${videoId}`);
  await expect(corner).toBeHidden();
  expect(await currentTime(page)).toBeCloseTo(position, 1);
}

/** The names in the quality menu, which is opened and closed again. */
async function qualities(page: Page): Promise<string[]> {
  await page.locator("media-controller, [aria-label='Video player']").first().hover();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("menuitem", { name: "Quality" }).click();
  const names = await page.getByRole("menuitemradio").allInnerTexts();
  await page.keyboard.press("Escape");
  return names.map((name) => name.split("\n")[0]?.trim() ?? "");
}

/** Pauses with K and waits until the server knows where. */
async function pause(page: Page, videoId: string): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.url().endsWith(`/${videoId}/watch-position`) && answer.ok());
  await page.keyboard.press("k");
  await saved;
}

/** Jumps with 5, the middle of the video, and plays on from there with K. */
async function playFromTheMiddle(page: Page): Promise<void> {
  const middle = await page.locator("video").evaluate((video: HTMLVideoElement) => video.duration / 2);
  await page.keyboard.press("5");
  await expect.poll(() => currentTime(page)).toBeCloseTo(middle, 0);
  await page.keyboard.press("k");
  await expect.poll(() => currentTime(page), { timeout: 30_000 }).toBeGreaterThan(middle + 1);
}

function currentTime(page: Page): Promise<number> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
}
