import type { Page } from "@playwright/test";
import { Person, send } from "./support/api";
import { drawnClip } from "./support/clips";
import { poll } from "./support/site";
import { expect, expectAccessible, test } from "./support/test";

/** Search: what is said leads to its moment, whatever one mistypes, by keyboard alone, and nothing private is in it. */

let owner: Person;
let spokenId: string;

test.beforeAll(async () => {
  owner = await Person.register("search-tests");
  const clip = drawnClip("search", 30, "320x180");
  spokenId = await owner.publish(clip, { title: "An afternoon without a name" });
  await caption(
    spokenId,
    "WEBVTT\n\n00:02.000 --> 00:04.000\nNothing yet\n\n00:17.000 --> 00:20.000\nThere is the quokka\n",
  );
  await owner.publish(clip, {
    title: "Donaudampfschifffahrt im Sommer",
    description: "Ein Ausflug von Wien nach Linz.",
  });
  const hidden = await owner.publish(clip, { title: "A secret zeppelin", privacy: "private" });
  await caption(hidden, "WEBVTT\n\n00:01.000 --> 00:03.000\nThe quokka flies a zeppelin\n");
  await untilFound("quokka");
  await untilFound("Donaudampfschifffahrt");
});

test("a word that is only said finds the video, and its moment plays", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Search" });
  await expect(field).toBeVisible();
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await page.keyboard.type("quokka");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=quokka$/);
  await expect(field).toHaveValue("quokka");
  await expect(page.getByRole("heading", { level: 1, name: "Results for “quokka”" })).toBeVisible();
  const found = results(page, "Videos").first(); // what is said stands before what means something like it
  await expect(found.getByRole("heading", { name: "An afternoon without a name" })).toBeVisible();
  const moment = found.getByRole("link", { name: "Play from 0:17: There is the quokka" });
  await expect(moment.locator("mark")).toHaveText("quokka");
  await expectAccessible(page);

  await moment.click();
  await expect(page).toHaveURL(`/watch/${spokenId}?t=17`);
  await expect.poll(() => playedFrom(page)).not.toBeNull();
  expect(Math.abs(((await playedFrom(page)) ?? 0) - 17)).toBeLessThanOrEqual(2);
});

test("a typing error still finds, and says what was taken for it", async ({ page }) => {
  await page.goto("/search?q=quoka");
  await expect(
    results(page, "Videos").first().getByRole("heading", { name: "An afternoon without a name" }),
  ).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "quokka", exact: true }).click();
  await expect(page).toHaveURL(/\?q=quokka$/);
});

test("a part of a German compound finds it", async ({ page }) => {
  await page.goto("/search?q=Schifffahrt");
  const title = results(page, "Videos").first().getByRole("heading", { name: "Donaudampfschifffahrt im Sommer" });
  await expect(title).toBeVisible();
  await page.goto("/search?q=Donau");
  await expect(title).toBeVisible();
});

test("suggestions are taken by keyboard; what was looked for is remembered here and can be forgotten", async ({
  page,
}) => {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Search" });
  const suggestions = page.getByRole("listbox", { name: "Suggestions" });
  await field.fill("Donaud");
  await expect(suggestions.getByRole("option")).toHaveText(["Donaudampfschifffahrt im Sommer"]);
  await page.keyboard.press("Escape");
  await expect(suggestions).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(suggestions.getByRole("option", { selected: true })).toHaveText("Donaudampfschifffahrt im Sommer");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=Donaudampfschifffahrt/);
  await expect(field).toHaveValue("Donaudampfschifffahrt im Sommer");

  await page.getByRole("button", { name: "Clear the field" }).click();
  const recent = page.getByRole("listbox", { name: "Your recent searches" });
  await expect(recent.getByRole("option")).toHaveText(["Donaudampfschifffahrt im Sommer"]);
  await page.getByRole("button", { name: "Forget “Donaudampfschifffahrt im Sommer”" }).click();
  await expect(recent).toBeHidden();
});

test("filters stand in the address and are taken away one by one", async ({ page }) => {
  await page.goto("/search?q=Donaudampfschifffahrt");
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Length").selectOption({ label: "Over 20 minutes" });
  await expect(page).toHaveURL(/duration=long/);
  await expect(page.getByText("No video fits the filters.")).toBeVisible();
  await page.getByLabel("Sort by").selectOption({ label: "Newest" });
  await expect(page).toHaveURL(/sort=date/);
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "Remove the filter “Over 20 minutes”" }).click();
  await expect(results(page, "Videos").first()).toBeVisible();
  await expect(page).not.toHaveURL(/duration/);
});

test("nothing of a private video is found or suggested", async ({ page }) => {
  // What must not be there keeps those away that only mean something like it.
  await page.goto("/search?q=zeppelin+-airship");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await expect(page.getByText("A secret zeppelin")).toHaveCount(0);
  const answered = page.waitForResponse((response) => response.url().endsWith("/search/suggest?q=A%20secret"));
  await page.getByRole("combobox", { name: "Search" }).fill("A secret");
  expect(await (await answered).json()).toEqual({ suggestions: [] });
});

test("on a phone the icon opens the field over the bar", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Search" });
  await expect(field).toBeHidden();
  await page.getByRole("button", { name: "Search" }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type("quokka");
  await page.keyboard.press("Enter");
  await expect(field).toBeHidden();
  await expect(results(page, "Videos").first()).toBeVisible();
});

const results = (page: Page, kind: string) => page.getByRole("list", { name: kind, exact: true }).getByRole("article");

const caption = (videoId: string, words: string) =>
  send("POST", `/api/v1/videos/${videoId}/captions?language=en`, {
    token: owner.token,
    bytes: Buffer.from(words),
    headers: { "Content-Type": "text/vtt" },
  });

/** Events reach the index some milliseconds after what they tell of. */
const untilFound = (q: string) =>
  poll(10_000, async () => {
    const { results } = await send<{ results: unknown[] }>("GET", `/api/v1/search?q=${q}`);
    return results.length > 0 ? true : undefined;
  });

/** Where playing began, in seconds, however long ago that was. */
const playedFrom = (page: Page): Promise<number | null> =>
  page.locator("video").evaluate(({ played }: HTMLVideoElement) => (played.length > 0 ? played.start(0) : null));
