import type { Locator, Page } from "@playwright/test";
import { Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { poll } from "./support/site";
import { expect, expectAccessible, test } from "./support/test";

/** What one likes changes the home page, which says why; what one refuses goes; what is known can be seen and taken away. */

// Each goes on from what the one before left.
test.describe.configure({ mode: "serial" });

const watched = 5;
const others = 3;
const word = `rally${Math.random().toString(36).slice(2, 8)}`;
let viewer: Person;
let ids: string[];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const maker = await Person.register("recommend-maker");
  viewer = await Person.register("recommend-viewer");
  const another = await Person.register("recommend-another");
  ids = [];
  for (let film = 1; film <= watched + others; film++) {
    const title = `${word} ${film}`;
    ids.push(
      await maker.publish(drawnClip(`recommend-${film}`, 3, "320x180"), { title, category: "autos", tags: [word] }),
    );
  }
  for (let film = 1; film <= others; film++) {
    await another.publish(drawnClip(`recommend-${film}`, 3, "320x180"), { title: `A song ${film}`, category: "music" });
  }
});

interface Taste {
  personalised: boolean;
  learned: { how: string }[];
  refused_videos: { video_id: string }[];
}

const taste = () => send<Taste>("GET", "/api/v1/me/taste", { token: viewer.token });

async function watchAndLike(id: string): Promise<void> {
  const { token } = viewer;
  const events = [
    { type: "play", position: 0, age: 3 },
    { type: "end", position: 3, age: 0 },
  ];
  await fetch(`${process.env.E2E_URL}/api/v1/videos/${id}/watch-events`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ session_id: `watching-${id}`, events }),
  });
  await send("POST", `/api/v1/videos/${id}/like`, { token, body: { action: "like" } });
}

const row = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("region", { name });
const forYou = (page: Page) => row(page, "Picked for you");

const whys =
  /^(Continue watching|From channels you follow|Picked for you|Because (you (liked|watched)|of what you watched).*|Popular (here|in .+)|New to you|Newest videos|Many talk about .+)$/;

async function act(page: Page, title: string, action: string, where: Locator = page.locator("body")): Promise<void> {
  await where
    .getByRole("button", { name: `Actions on ${title}`, exact: true })
    .first()
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("who is new picks what they like; who watched and liked is offered more of it, and every row says why", async ({
  page,
}) => {
  await signIn(page, viewer);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "What do you like?" })).toBeVisible();
  await expect(forYou(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Cars", exact: true }).click();
  await expect(page.getByRole("button", { name: "Cars", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(forYou(page)).toBeVisible();
  await expectAccessible(page);

  for (const id of ids.slice(0, watched)) await watchAndLike(id);
  await poll(30_000, async () => ((await taste()).learned.length === watched ? true : undefined));
  await page.goto("/");
  await expect(forYou(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What do you like?" })).toHaveCount(0);
  for (const heading of await page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts()) {
    expect(heading).toMatch(whys);
  }
  // What is new is shown to everybody.
  const chosen = page
    .getByRole("main")
    .getByRole("region")
    .filter({ hasNot: page.getByRole("heading", { name: "Newest videos" }) });
  const offered = chosen.getByRole("link", { name: new RegExp(`^${word} [678]$`) });
  await expect(async () => {
    await page.goto("/");
    await expect(offered.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  const title = (await offered.first().textContent()) ?? "";
  await act(page, title, "Why this?", chosen);
  const why = page.getByRole("dialog", { name: "Why this video?" });
  await expect(why).toContainText(
    /goes with what you|another one from|category that you|follow|new here|Many people|Hardly anybody/,
  );
  await expectAccessible(page);
  await why.getByRole("link", { name: "What we think you like" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What we think you like" })).toBeVisible();
});

test("what is not wanted goes at once, can be had again, and stays away after a reload", async ({ page }) => {
  await signIn(page, viewer);
  await page.goto("/");
  const card = forYou(page).getByRole("heading", { level: 3 }).first();
  const title = (await card.textContent()) ?? "";
  const link = forYou(page).getByRole("link", { name: title, exact: true });

  await page.route("**/not-interested", (route) =>
    route.fulfill({ status: 503, json: { title: "Busy", status: 503 } }),
  );
  await act(page, title, "Not interested");
  await expect(page.getByText(/Nothing was changed/)).toBeVisible();
  await expect(link).toBeVisible();
  await page.unroute("**/not-interested");

  await act(page, title, "Not interested");
  await expect(link).toHaveCount(0);
  const undo = forYou(page).getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(link).toBeVisible();

  const saved = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await act(page, title, "Not interested");
  await expect(link).toHaveCount(0);
  await saved;
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "Newest videos" })).toBeVisible();
  await expect(forYou(page).getByRole("link", { name: title, exact: true })).toHaveCount(0);

  await page.goto("/taste");
  await page.getByRole("button", { name: `Allow “${title}” again` }).click();
  await expect.poll(async () => (await taste()).refused_videos.length).toBe(0);
});

test("beside a video stands what goes with it; the next one starts by itself where somebody wants that", async ({
  page,
}) => {
  await signIn(page, viewer);
  await page.goto(`/watch/${ids[0]}`);
  const related = page.getByRole("region", { name: "More videos" });
  await expect(related.getByRole("link", { name: new RegExp(`^${word} [2-8]$`) }).first()).toBeVisible();
  await related.getByRole("switch", { name: "Autoplay" }).click();
  const next = page.getByRole("region", { name: "Up next" });
  await expect(next).toBeVisible({ timeout: 30_000 });
  await next.getByRole("button", { name: "Cancel" }).click();
  await expect(next).toHaveCount(0);

  await page.reload();
  await expect(related.getByRole("switch", { name: "Autoplay" })).toBeChecked();
  await expect(next).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await next.getByRole("button", { name: "Play now" }).click();
  await expect(page).not.toHaveURL(new RegExp(ids[0] ?? ""));
});

test("what is known is seen, forgotten one by one, steered and switched off", async ({ page }) => {
  await signIn(page, viewer);
  await page.goto("/settings");
  await page.getByRole("link", { name: "What we think you like" }).click();
  const learned = page.getByRole("list", { name: "Learned from" });
  await expect(learned.getByRole("listitem").first()).toBeVisible();
  const known = (await taste()).learned.length;
  await page.getByRole("button", { name: `Forget “${word} 2”` }).click();
  await expect.poll(async () => (await taste()).learned.length).toBe(known - 1);
  const slider = page.getByRole("slider", { name: "New videos" });
  await slider.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "More");
  await expectAccessible(page);

  await page.getByRole("switch", { name: "Personal recommendations" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is learned about you" })).toBeVisible();
  await expect.poll(taste).toMatchObject({ personalised: false, learned: [] });
  await page.getByRole("switch", { name: "Personal recommendations" }).click();
  await expect.poll(taste).toMatchObject({ personalised: true, learned: [] });

  await page.getByRole("button", { name: "Forget everything" }).click();
  const sure = page.getByRole("dialog", { name: "Forget everything?" });
  await expectAccessible(page);
  await sure.getByRole("button", { name: "Forget everything" }).click();
  await expect(sure).toHaveCount(0);
});

test("what many watch and like is ranked, by period and category", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Trending" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trending" })).toBeVisible();
  await page.getByRole("link", { name: "Cars", exact: true }).click();
  await page.getByRole("tab", { name: "Today" }).click();
  await expect(page).toHaveURL(/trending\?(range=day&category=autos|category=autos&range=day)$/);
  const list = page.getByRole("list", { name: "Trending" });
  // Places are given anew every twenty seconds.
  await expect(async () => {
    await page.reload();
    await expect(list.getByRole("link", { name: new RegExp(`^${word} `) }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(list.getByRole("listitem").first()).toContainText("Place 1");
  await expectAccessible(page);
});
