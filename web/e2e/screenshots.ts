import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Person, send, signIn } from "./support/api";
import { repository } from "./support/site";
import { expect, siteUrl, test } from "./support/test";

/**
 * Takes the pictures of docs/screenshots on a site that the demo filled. No test of behaviour, so it runs only when
 * asked for: cd web && npx playwright test --config playwright.screenshots.config.ts
 */

const folder = join(repository, "docs/screenshots");
const sizes = [
  { name: "1440", width: 1440, height: 900 },
  { name: "390", width: 390, height: 844 },
];

let owner: Person;
let videoId: string;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(join(repository, "vidstead"), ["demo", "--url", siteUrl()], { timeout: 590_000 });
  const { videos } = await send<{ videos: { video_id: string }[] }>("GET", "/api/v1/videos?sort=popular&limit=1");
  videoId = videos[0]?.video_id ?? "";
  owner = await Person.login("mira", "a long password of mira");
});

const pages: [string, () => string, boolean][] = [
  ["home", () => "/", false],
  ["watch", () => `/watch/${videoId}`, false],
  ["channel", () => "/@mira", false],
  ["upload", () => "/upload", true],
  ["studio", () => "/studio", true],
  ["settings", () => "/settings", true],
  ["register", () => "/register", false],
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const { name: width, ...viewport } of sizes) {
    for (const [name, path, signedIn] of pages) {
      test(`${name} ${width} ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        if (signedIn) await signIn(page, owner);
        await page.goto(path());
        await expect(page.getByRole("main")).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
      });
    }
  }
}
