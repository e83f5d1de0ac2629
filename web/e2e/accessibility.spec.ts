import type { Page } from "@playwright/test";
import { administrator, Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** Every page, light and dark: axe finds nothing serious, and nothing is reported against the security policy. */

let owner: Person;
let keeper: Person;
let videoId: string;
let listId: string;
let invitation: string;

test.beforeAll(async () => {
  owner = await Person.register("access-tests");
  keeper = await administrator();
  videoId = await owner.publish(drawnClip("access", 3, "640x360"), {
    title: '<img src=x onerror="alert(1)"> is only a title',
    description: "<script>alert(2)</script> & \u202Eright to left\u202C, https://example.org",
  });
  const { token } = owner;
  const say = (person: Person, content: string, parent_id?: string) =>
    send<{ comment_id: string }>("POST", `/api/v1/videos/${videoId}/comments`, {
      token: person.token,
      body: { content, parent_id },
    });
  const { comment_id: first } = await say(
    keeper,
    "Look at **0:01**, @nobody: <b>bold</b> `code` https://example.org/a",
  );
  await say(owner, "An answer", first);
  await send("POST", `/api/v1/comments/${first}/pin`, { token });
  await send("POST", `/api/v1/comments/${first}/heart`, { token });
  await say(keeper, "Great video, check out my channel for free wallpapers http://a.example http://b.example");
  await send("PUT", `/api/v1/channels/${owner.username}/subscription`, { token: keeper.token, body: { bell: "all" } });
  const list = { title: "A list", privacy: "public" };
  listId = (await send<{ playlist_id: string }>("POST", "/api/v1/playlists", { token, body: list })).playlist_id;
  await send("PUT", `/api/v1/playlists/${listId}/videos/${videoId}`, { token });
  invitation = (await send<{ token: string }>("POST", `/api/v1/playlists/${listId}/invitation`, { token })).token;
});

type Visitor = "nobody" | "owner" | "keeper";

const pages: [string, Visitor, () => string][] = [
  ["home", "nobody", () => "/"],
  ["watch", "nobody", () => `/watch/${videoId}`],
  ["channel", "nobody", () => `/@${owner.username}`],
  ["channel, playlists", "nobody", () => `/@${owner.username}?tab=playlists`],
  ["channel, about", "nobody", () => `/@${owner.username}?tab=about`],
  ["playlist", "nobody", () => `/playlist/${listId}`],
  ["trending", "nobody", () => "/trending"],
  ["trending, none of a kind", "nobody", () => "/trending?range=day&category=nonprofit"],
  ["events in the world", "nobody", () => "/events"],
  ["an event that is over", "nobody", () => "/events/AAAAAAAAAAA"],
  ["search", "nobody", () => "/search?q=only+a+title"],
  ["search, narrowed", "nobody", () => "/search?q=title&sort=date&duration=short"],
  ["search, channels", "nobody", () => "/search?q=access&type=channel"],
  ["search, playlists", "nobody", () => "/search?q=list&type=playlist"],
  ["search, comments", "nobody", () => "/search?q=answer&type=comment"],
  ["search, nothing found", "nobody", () => "/search?q=xqzzyv"],
  ["search, nothing asked", "nobody", () => "/search"],
  ["login", "nobody", () => "/login"],
  ["register", "nobody", () => "/register"],
  ["setup, done already", "nobody", () => "/setup?token=gone"],
  ["unsubscribe", "nobody", () => "/unsubscribe?token=broken"],
  ["an address that is not there", "nobody", () => "/nothing/here"],
  ["a video that is not there", "nobody", () => "/watch/AAAAAAAAAAA"],
  ["home, signed in", "owner", () => "/"],
  ["watch, its owner", "owner", () => `/watch/${videoId}`],
  ["watch, in a list", "keeper", () => `/watch/${videoId}?list=${listId}`],
  ["own playlist", "owner", () => `/playlist/${listId}`],
  ["invitation", "keeper", () => `/playlist/${listId}?invite=${invitation}`],
  ["upload", "owner", () => "/upload"],
  ["studio", "owner", () => "/studio"],
  ["studio, details", "owner", () => `/studio/${videoId}`],
  ["studio, thumbnail", "owner", () => `/studio/${videoId}?tab=thumbnail`],
  ["studio, captions", "owner", () => `/studio/${videoId}?tab=captions`],
  ["studio, comments", "owner", () => `/studio/${videoId}?tab=comments`],
  ["studio, files", "owner", () => `/studio/${videoId}?tab=files`],
  ["comments to review", "owner", () => "/studio/comments"],
  ["subscriptions", "keeper", () => "/subscriptions"],
  ["subscriptions, none", "owner", () => "/subscriptions"],
  ["inbox", "owner", () => "/notifications"],
  ["settings", "owner", () => "/settings"],
  ["what we think one likes", "owner", () => "/taste"],
  ["notification settings", "owner", () => "/settings/notifications"],
  ["library", "owner", () => "/library"],
  ["history", "owner", () => "/history"],
  ["watch later", "owner", () => "/playlist/watch-later"],
  ["storage", "keeper", () => "/admin/storage"],
  ["experiments", "keeper", () => "/admin/experiments"],
  ["mail", "keeper", () => "/admin/mail"],
];

/** One after the other in one window each, as people do: a new window a page takes longer than looking at it. */
for (const visitor of ["nobody", "owner", "keeper"] as const) {
  test(`pages as seen by ${visitor}`, async ({ page }) => {
    const seen = pages.filter(([, by]) => by === visitor);
    test.setTimeout(seen.length * 30_000);
    if (visitor !== "nobody") await signIn(page, visitor === "owner" ? owner : keeper);
    for (const [name, , path] of seen) await test.step(name, () => look(page, path(), visitor));
  });
}

async function look(page: Page, path: string, visitor: Visitor): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  if (visitor !== "nobody") await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);
  expect(await overflow(page), `nothing sticks out of ${path}`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => overflow(page), `nor on a phone, ${path}`).toBeLessThanOrEqual(0);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
