import type { Page } from "@playwright/test";
import { Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, siteUrl, test } from "./support/test";

/** What one keeps: lists in one's own order that play on by themselves, and what one watched. */

const titles = ["First film", "Second film", "Third film"] as const;
let owner: Person;
let viewer: Person;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  owner = await Person.register("library-owner");
  viewer = await Person.register("library-viewer");
  for (const title of titles) await owner.publish(drawnClip(title.replace(" ", "-"), 4, "320x180"), { title });
});

const items = (page: Page) => page.getByRole("list", { name: "Videos of this playlist" }).getByRole("listitem");
const order = (page: Page) => items(page).getByRole("heading").allInnerTexts();

async function listWithAll(): Promise<string> {
  const { token } = viewer;
  const { playlist_id: id } = await send<{ playlist_id: string }>("POST", "/api/v1/playlists", {
    token,
    body: { title: "All of them", privacy: "unlisted" },
  });
  const { videos } = await send<{ videos: { video_id: string; title: string }[] }>(
    "GET",
    `/api/v1/videos?channel=${owner.username}`,
  );
  for (const title of titles) {
    const video = videos.find((each) => each.title === title)?.video_id ?? "";
    await send("PUT", `/api/v1/playlists/${id}/videos/${video}`, { token });
  }
  return id;
}

async function thirdOf(list: string): Promise<string> {
  const { videos } = await send<{ videos: { video: { video_id: string } }[] }>(
    "GET",
    `/api/v1/playlists/${list}/videos`,
  );
  return videos[2]?.video.video_id ?? "";
}

test("a list is made where a video is watched, and from a card's menu", async ({ page }) => {
  await signIn(page, viewer);
  await page.goto(`/@${owner.username}`);
  await page.getByRole("link", { name: titles[0] }).first().click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save to…" });
  await dialog.getByRole("button", { name: "New playlist" }).click();
  await dialog.getByLabel("Title").fill("Evenings");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByRole("checkbox", { name: "Evenings" })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: "Watch later" }).check();
  await page.keyboard.press("Escape");

  await page.goto(`/@${owner.username}`);
  await page.getByRole("button", { name: `Actions on ${titles[1]}` }).click();
  await page.getByRole("menuitem", { name: "Save to playlist" }).click();
  await page.getByRole("checkbox", { name: "Evenings" }).check();
  await page.keyboard.press("Escape");

  await page.goto("/library");
  await expect(page.getByRole("region", { name: "Watch later" }).getByRole("article")).toHaveCount(1);
  await page.getByRole("link", { name: "Evenings" }).last().click();
  await expect.poll(() => order(page)).toEqual([titles[0], titles[1]]);
});

test("its order changes by mouse, by keys and by menu, and stays", async ({ page }) => {
  const id = await listWithAll();
  await signIn(page, viewer);
  await page.goto(`/playlist/${id}`);
  await expect.poll(() => order(page)).toEqual([...titles]);
  await expectAccessible(page);

  const moved = () => page.waitForResponse((answer) => answer.url().endsWith("/move") && answer.status() === 204);
  let saved = moved();
  const from = await page.getByRole("button", { name: `Move ${titles[2]}` }).boundingBox();
  const to = await page.getByRole("button", { name: `Move ${titles[0]}` }).boundingBox();
  if (!from || !to) throw new Error("there is no handle");
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 10, { steps: 4 });
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 10 });
  await page.mouse.up();
  await saved;
  await expect.poll(() => order(page)).toEqual([titles[2], titles[0], titles[1]]);

  saved = moved();
  await page.getByRole("button", { name: `Move ${titles[2]}` }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText(`${titles[2]} is lifted from place 1 of 3.`)).toBeAttached();
  // The library listens to keys a timer's turn after it has told of the lifting: a key before that is lost, and pressed again.
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByText(`${titles[2]} is at place 2 of 3.`)).toBeAttached({ timeout: 3_000 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("Space");
  await saved;
  await expect.poll(() => order(page)).toEqual([titles[0], titles[2], titles[1]]);

  saved = moved();
  await page.getByRole("button", { name: `Actions on ${titles[1]}` }).click();
  await page.getByRole("menuitem", { name: "To the top" }).click();
  await saved;
  await page.reload();
  await expect.poll(() => order(page)).toEqual([titles[1], titles[0], titles[2]]);

  await page.getByRole("button", { name: `Actions on ${titles[0]}` }).click();
  await page.getByRole("menuitem", { name: "Remove from the playlist" }).click();
  await expect.poll(() => order(page)).toEqual([titles[1], titles[2]]);
});

test("a list plays on to its next video, and the history fills", async ({ page }) => {
  test.setTimeout(120_000);
  const id = await listWithAll();
  await signIn(page, viewer);
  await page.goto(`/playlist/${id}`);
  await page.getByRole("link", { name: "Play all" }).click();
  const panel = page.getByRole("region", { name: "Playing: All of them" });
  await expect(panel.getByText("1 of 3")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save to…" });
  await expect(dialog).toBeVisible();
  // The open dialog hides the page behind it from screen readers, and so from roles.
  const behind = page.getByRole("region", { name: "Playing: All of them", includeHidden: true });
  await expect(behind.getByText("It waits until you are done here.")).toBeVisible({ timeout: 30_000 });
  await expect(dialog, "what is open stays open").toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: titles[1] }), "it goes on by itself").toBeVisible({
    timeout: 60_000,
  });
  await expect(panel.getByText("2 of 3")).toBeVisible();
  await expectAccessible(page);

  await send("POST", `/api/v1/videos/${await thirdOf(id)}/watch-position`, {
    token: viewer.token,
    body: { position: 2, duration: 4 },
  });
  await page.goto("/history");
  const entries = page.getByRole("list", { name: "History" }).getByRole("listitem");
  await expect(entries.filter({ hasText: titles[0] })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Remove ${titles[0]} from your history` }).click();
  await expect(entries.filter({ hasText: titles[0] })).toHaveCount(0);
  await expect(entries.filter({ hasText: titles[2] }).getByText("50% watched")).toBeAttached();
  await page.getByRole("switch", { name: "Pause history" }).click();
  await expect(page.getByRole("switch", { name: "Pause history" })).toBeChecked();
  await page.getByRole("button", { name: "Clear history" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Clear history" }).click();
  await expect(page.getByText("Nothing watched yet")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Nothing watched yet")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Pause history" })).toBeChecked();
});

test("who is invited fills the list too", async ({ page }) => {
  const id = await listWithAll();
  const { token } = await send<{ token: string }>("POST", `/api/v1/playlists/${id}/invitation`, {
    token: viewer.token,
  });
  await signIn(page, owner);
  await page.goto(`/playlist/${id}`);
  await expect.poll(() => order(page)).toEqual([...titles]);
  await expect(page.getByRole("button", { name: `Move ${titles[0]}` })).toHaveCount(0);
  await page.goto(new URL(`/playlist/${id}?invite=${token}`, siteUrl()).href);
  await page.getByRole("button", { name: "Join in" }).click();
  await expect(page.getByRole("button", { name: `Move ${titles[0]}` })).toBeVisible();
});
