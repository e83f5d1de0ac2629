import { Person, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** Every page, light and dark: axe finds nothing serious, and nothing is reported against the security policy. */

let owner: Person;
let videoId: string;

test.beforeAll(async () => {
  owner = await Person.register("access-tests");
  videoId = await owner.publish(drawnClip("access", 6, "640x360"), {
    title: '<img src=x onerror="alert(1)"> is only a title',
    description: "<script>alert(2)</script> & \u202Eright to left\u202C, https://example.org",
  });
});

const open: [string, () => string][] = [
  ["home", () => "/"],
  ["watch", () => `/watch/${videoId}`],
  ["channel", () => `/@${owner.username}`],
  ["login", () => "/login"],
  ["register", () => "/register"],
  ["an address that is not there", () => "/nothing/here"],
  ["a video that is not there", () => "/watch/AAAAAAAAAAA"],
];
const signedIn: [string, () => string][] = [
  ["home, signed in", () => "/"],
  ["upload", () => "/upload"],
  ["studio", () => "/studio"],
  ["settings", () => "/settings"],
  ["library", () => "/library"],
  ["history", () => "/history"],
  ["watch later", () => "/playlist/watch-later"],
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, path] of open) {
    test(`${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await visit(page, path());
    });
  }
  for (const [name, path] of signedIn) {
    test(`${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await signIn(page, owner);
      await visit(page, path());
      await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
    });
  }
}

async function visit(page: Parameters<typeof expectAccessible>[0], path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
