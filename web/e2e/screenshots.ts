import { execFile } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { administrator, Person, send, signIn } from "./support/api";
import { tool } from "./support/clips";
import { repository } from "./support/site";
import { expect, siteUrl, test } from "./support/test";

/**
 * Takes the pictures of docs/screenshots on a site that the demo filled. No test of behaviour, so it runs only when
 * asked for: cd web && npx playwright test --config playwright.screenshots.config.ts. With SCREENSHOTS=all and a folder in
 * SCREENSHOTS_TO it takes every page there is, whole, to be looked at.
 */

const everything = process.env.SCREENSHOTS === "all";
const folder = process.env.SCREENSHOTS_TO ?? join(repository, "docs/screenshots");
const sizes = [
  { name: "1440", width: 1440, height: 900 },
  { name: "390", width: 390, height: 844 },
];

let owner: Person;
let keeper: Person;
const ids = { video: "", comment: "", list: "", invitation: "" };

test.beforeAll(async () => {
  test.setTimeout(600_000);
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(join(repository, "vidstead"), ["demo", "--url", siteUrl()], { timeout: 590_000 });
  owner = await Person.login("mira", "a long password of mira");
  keeper = await administrator();
  const { token } = owner;
  const { videos } = await send<{ videos: { video_id: string; title: string }[] }>(
    "GET",
    "/api/v1/videos?channel=mira",
  );
  ids.video = videos.find(({ title }) => title.includes("Mandelbrot"))?.video_id ?? "";
  const below = `/api/v1/videos/${ids.video}/comments?sort=oldest`;
  const { comments } = await send<{ comments: { comment_id: string }[] }>("GET", below);
  ids.comment = comments[1]?.comment_id ?? "";
  const { playlists } = await send<{ playlists: { playlist_id: string }[] }>("GET", "/api/v1/playlists?channel=mira");
  ids.list = playlists[0]?.playlist_id ?? "";
  const asked = `/api/v1/playlists/${ids.list}/invitation`;
  ids.invitation = (await send<{ token: string }>("POST", asked, { token })).token;
});

type Visitor = "nobody" | "mira" | "keeper";

/** Name, who looks, where, and whether it is among the pictures of the documentation. */
const pages: [string, Visitor, () => string, boolean][] = [
  ["home", "nobody", () => "/", true],
  ["home-mira", "mira", () => "/", false],
  ["search", "nobody", () => "/search?q=sea%20horses", true],
  ["search-many", "nobody", () => "/search?q=music", false],
  ["search-nothing", "nobody", () => "/search?q=xqzzyv", false],
  ["events", "nobody", () => "/events", false],
  ["trending", "nobody", () => "/trending", true],
  ["watch", "nobody", () => `/watch/${ids.video}`, true],
  ["comments", "mira", () => `/watch/${ids.video}?comment=${ids.comment}`, true],
  ["watch-list", "mira", () => `/watch/${ids.video}?list=${ids.list}`, false],
  ["channel", "nobody", () => "/@mira", true],
  ["channel-playlists", "nobody", () => "/@mira?tab=playlists", false],
  ["channel-about", "nobody", () => "/@mira?tab=about", false],
  ["upload", "mira", () => "/upload", true],
  ["studio", "mira", () => "/studio", true],
  ["studio-details", "mira", () => `/studio/${ids.video}`, false],
  ["studio-thumbnail", "mira", () => `/studio/${ids.video}?tab=thumbnail`, false],
  ["studio-captions", "mira", () => `/studio/${ids.video}?tab=captions`, true],
  ["studio-comments", "mira", () => `/studio/${ids.video}?tab=comments`, false],
  ["studio-files", "mira", () => `/studio/${ids.video}?tab=files`, false],
  ["review", "mira", () => "/studio/comments", true],
  ["subscriptions", "mira", () => "/subscriptions", true],
  ["library", "mira", () => "/library", true],
  ["history", "mira", () => "/history", false],
  ["playlist", "mira", () => `/playlist/${ids.list}`, true],
  ["watch-later", "mira", () => "/playlist/watch-later", false],
  ["liked", "mira", () => "/playlist/liked", false],
  ["inbox", "mira", () => "/notifications", true],
  ["settings", "mira", () => "/settings", true],
  ["taste", "mira", () => "/taste", true],
  ["settings-notifications", "mira", () => "/settings/notifications", true],
  ["storage", "keeper", () => "/admin/storage", true],
  ["experiments", "keeper", () => "/admin/experiments", false],
  ["mail", "keeper", () => "/admin/mail", false],
  ["empty-subscriptions", "keeper", () => "/subscriptions", false],
  ["empty-library", "keeper", () => "/library", false],
  ["empty-history", "keeper", () => "/history", false],
  ["empty-inbox", "keeper", () => "/notifications", false],
  ["empty-studio", "keeper", () => "/studio", false],
  ["empty-channel", "keeper", () => "/@keeper", false],
  ["empty-channel-playlists", "keeper", () => "/@keeper?tab=playlists", false],
  ["empty-review", "keeper", () => "/studio/comments", false],
  ["invitation", "keeper", () => `/playlist/${ids.list}?invite=${ids.invitation}`, false],
  ["register", "nobody", () => "/register", true],
  ["login", "nobody", () => "/login", false],
  ["setup", "nobody", () => "/setup?token=gone", false],
  ["unsubscribe", "nobody", () => "/unsubscribe?token=broken", false],
  ["not-found", "nobody", () => "/nothing/here", false],
  ["no-video", "nobody", () => "/watch/AAAAAAAAAAA", false],
];

for (const { name: width, ...viewport } of sizes) {
  for (const [name, visitor, path, shown] of pages) {
    if (!shown && !everything) continue;
    test(`${name} ${width}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      if (visitor !== "nobody") await signIn(page, visitor === "mira" ? owner : keeper);
      await page.goto(path());
      await expect(page.getByRole("main")).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await page.waitForLoadState("networkidle");
      await expect.poll(() => missingPictures(page)).toBe(0);
      await still(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
        await shoot(page, join(folder, `${name}-${width}-${colorScheme}.png`));
      }
    });
  }
}

/** Pictures in sight that are not there yet: in their place stands a colour. */
const missingPictures = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.images].filter((picture) => {
        const { top, bottom, left, right, width } = picture.getBoundingClientRect();
        const inSight = width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
        return inSight && !picture.complete;
      }).length,
  );

/** Both themes show the same moment of a video. */
const still = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const video of document.querySelectorAll("video")) video.pause();
  });

/** In 256 colours, which takes a third of the bytes. */
async function shoot(page: Page, file: string): Promise<void> {
  const whole = file.replace(/png$/, "whole.png");
  await page.screenshot({ path: whole, fullPage: everything, animations: "disabled" });
  const palette = "split[a][b];[a]palettegen=reserve_transparent=0[p];[b][p]paletteuse=dither=sierra2_4a";
  await promisify(execFile)(tool("ffmpeg"), ["-v", "error", "-y", "-i", whole, "-vf", palette, file]);
  await rm(whole);
  expect((await readFile(file)).length).toBeGreaterThan(0);
}
