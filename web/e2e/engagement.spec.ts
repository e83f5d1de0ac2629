import { Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** Liking a video, following a channel, and what is new there; what the server refuses is taken back. */

let owner: Person;
let fan: Person;
let videoId: string;

test.beforeAll(async () => {
  owner = await Person.register("engaged-owner");
  fan = await Person.register("engaged-fan");
  videoId = await owner.publish(drawnClip("engaged", 4, "640x360"), { title: "A film to like" });
});

test("one likes, thinks otherwise, and takes it back; a refusal is taken back with a sentence", async ({ page }) => {
  await signIn(page, fan);
  await page.goto(`/watch/${videoId}`);
  const like = page.getByRole("button", { name: /^Like/ });
  const dislike = page.getByRole("button", { name: /^Dislike/ });
  await like.click();
  await expect(like).toHaveAttribute("aria-pressed", "true");
  await expect(like).toHaveText("1");
  await expect
    .poll(async () => (await send<{ like_count: number }>("GET", `/api/v1/videos/${videoId}`)).like_count)
    .toBe(1);
  await page.reload();
  await expect(like).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
  await dislike.click();
  await expect(dislike).toHaveAttribute("aria-pressed", "true");
  await expect(like).toHaveAttribute("aria-pressed", "false");
  await dislike.click();
  await expect(dislike).toHaveAttribute("aria-pressed", "false");

  await page.route("**/like", (route) => route.fulfill({ status: 503, json: { title: "Busy", status: 503 } }));
  await like.click();
  await expect(page.getByText(/Nothing was changed/)).toBeVisible();
  await expect(like).toHaveAttribute("aria-pressed", "false");
});

test("one follows a channel, chooses the bell, sees what is new, and stops", async ({ page }) => {
  await signIn(page, fan);
  await page.goto("/subscriptions");
  await expect(page.getByRole("heading", { name: "You follow nobody yet" })).toBeVisible();
  await page.goto(`/watch/${videoId}`);
  await page.getByRole("button", { name: /^Subscribe to/ }).click();
  const subscribed = page.getByRole("button", { name: /^Subscribed to/ });
  await expect(subscribed).toBeVisible();
  await expect(page.getByText("1 subscriber", { exact: true })).toBeVisible();
  await subscribed.click();
  const saved = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("menuitemradio", { name: "All" }).click();
  await saved;
  await page.goto(`/@${owner.username}`);
  await expect(page.getByRole("button", { name: /Bell: All/ })).toBeVisible();
  await expectAccessible(page);
  for (const tab of ["Playlists", "About", "Videos"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page);
  }

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Subscriptions" }).click();
  await expect(page.getByRole("link", { name: "A film to like" })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/@${owner.username}`);
  await subscribed.click();
  await page.getByRole("menuitem", { name: "Unsubscribe" }).click();
  await expect(page.getByRole("button", { name: /^Subscribe to/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(subscribed).toBeVisible();
});

test("who is not signed in is asked to, and comes back", async ({ page }) => {
  await page.goto(`/watch/${videoId}`);
  await page.getByRole("button", { name: /^Like/ }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/login\?redirect=/);
});
