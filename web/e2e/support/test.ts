import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import type axe from "axe-core";

/** The address of the site under test. */
export function siteUrl(): string {
  const url = process.env.E2E_URL;
  if (!url) throw new Error("the site was not started");
  return url;
}

interface Watch {
  /** What the page reported against its content security policy, and scripts that failed. Must stay empty. */
  complaints: string[];
}

/** Every test's page is watched: a violation of the content security policy or an uncaught error fails the test. */
export const test = base.extend<Watch>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
  baseURL: async ({}, use) => use(siteUrl()),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      watch(page, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** For pages that a test opens itself. */
export function watch(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds serious or critical on the page as it is now; must be nothing. The pages have no frames. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    // A colour on its way to another, after a change of theme, is neither; who inherits it follows a frame later.
    const moving = () =>
      document.getAnimations().some(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (let still = 0; still < 4; still = moving() ? 0 : still + 1) await new Promise(requestAnimationFrame);
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return (await inPage.run({ runOnly: tags, resultTypes: ["violations"] })).violations;
  }, rules);
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n  ")}`);
  expect(serious, `on ${page.url()}`).toEqual([]);
}
