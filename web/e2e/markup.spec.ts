import type { Page } from "@playwright/test";
import { Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, test } from "./support/test";

/** Markup in every text that people write is shown as the text it is, on every page that shows it. */

const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

let owner: Person;
let videoId: string;
let playlistId: string;

test.beforeAll(async () => {
  owner = await Person.register("markup");
  const { token } = owner;
  videoId = await owner.publish(drawnClip("markup", 4, "640x360"), {
    title: `A title ${markup}`,
    description: `A description ${markup} javascript:alert(3) https://example.org/"onmouseover="alert(4)`,
  });
  await send("PATCH", `/api/v1/videos/${videoId}`, { token, body: { tags: [markup.slice(0, 30)] } });
  await send("PATCH", "/api/v1/me", {
    token,
    body: {
      display_name: `Name ${markup}`.slice(0, 50),
      channel_name: `Channel ${markup}`.slice(0, 50),
      channel_description: `About ${markup}`,
    },
  });
  await send("POST", `/api/v1/videos/${videoId}/comments`, { token, body: { content: `A comment ${markup}` } });
  const playlist = await send<{ playlist_id: string }>("POST", "/api/v1/playlists", {
    token,
    body: { title: `A list ${markup}`, description: `Its description ${markup}`, privacy: "public" },
  });
  playlistId = playlist.playlist_id;
  await send("PUT", `/api/v1/playlists/${playlistId}/videos/${videoId}`, { token });
});

async function expectInert(page: Page, path: string): Promise<void> {
  page.on("dialog", (dialog) => {
    throw new Error(`a script ran: ${dialog.message()}`);
  });
  await page.goto(path);
  await expect(page.getByRole("main")).toContainText("<img src=x");
  await expect(page.locator('img[src="x"], main script, [onmouseover], a[href^="javascript"]')).toHaveCount(0);
}

const open: [string, () => string][] = [
  ["watch", () => `/watch/${videoId}`],
  ["channel", () => `/@${owner.username}`],
  ["playlist", () => `/playlist/${playlistId}`],
];

for (const [name, path] of open) {
  test(`markup is inert: ${name}`, async ({ page }) => {
    await expectInert(page, path());
  });
}

test("markup is inert: studio and library", async ({ page }) => {
  await signIn(page, owner);
  await expectInert(page, "/studio");
  await expectInert(page, "/library");
});
