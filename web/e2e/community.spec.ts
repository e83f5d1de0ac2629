import type { Browser, Page } from "@playwright/test";
import { Person, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** Two people at one video: what one writes and does, the other sees without asking. */

let owner: Person;
let guest: Person;
let videoId: string;

test.beforeAll(async () => {
  owner = await Person.register("talk-owner");
  guest = await Person.register("talk-guest");
  videoId = await owner.publish(drawnClip("talk", 4, "640x360"), { title: "A film to talk about" });
});

async function window(browser: Browser, person: Person): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  const listening = page.waitForEvent("websocket", (socket) => socket.url().includes("/ws"));
  await page.goto(`/watch/${videoId}`);
  const socket = await listening;
  await socket.waitForEvent("framereceived", ({ payload }) => String(payload).includes("subscribed"));
  await expect(page.getByLabel("Add a comment")).toBeVisible();
  return page;
}

const comment = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

test("a comment, a like, a reply, an edit and a pin appear in the other window", async ({ browser }) => {
  const theirs = await window(browser, guest);
  const mine = await window(browser, owner);

  await theirs.getByLabel("Add a comment").fill("Where was **this** filmed? 0:02");
  await theirs.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(comment(theirs, "Where was this filmed?")).toBeVisible();
  const seen = comment(mine, "Where was this filmed?");
  await expect(seen).toBeVisible();
  await expect(seen.locator("strong")).toHaveText("this");
  await expect(mine.getByRole("heading", { name: "1 comment" })).toBeVisible();
  await expectAccessible(mine);

  await seen.getByRole("button", { name: "Like", exact: true }).click();
  await expect(comment(theirs, "Where was this filmed?").getByRole("button", { name: "Like", exact: true })).toHaveText(
    "1",
  );

  await seen.getByRole("button", { name: `Reply to ${guest.username}` }).click();
  await mine.getByLabel("Add a reply").fill("By the sea.");
  await mine.getByRole("button", { name: "Reply", exact: true }).click();
  await theirs.getByRole("button", { name: "Show 1 reply" }).click();
  await expect(comment(theirs, "By the sea.")).toBeVisible();

  const original = comment(theirs, "Where was this filmed?").first();
  await original.getByRole("button", { name: `More about the comment by ${guest.username}` }).click();
  await theirs.getByRole("menuitem", { name: "Edit" }).click();
  await theirs.getByRole("textbox", { name: "Edit" }).fill("Where, and when, was it filmed?");
  await theirs.locator("form").getByRole("button", { name: "Save" }).click();
  const edited = comment(mine, "Where, and when, was it filmed?");
  await expect(edited).toBeVisible();
  await expect(edited.getByText("(edited)")).toBeVisible();

  await edited.getByRole("button", { name: `More about the comment by ${guest.username}` }).click();
  await mine.getByRole("menuitem", { name: "Pin" }).click();
  await expect(comment(theirs, "Where, and when, was it filmed?").getByText("Pinned")).toBeVisible();
  await expectAccessible(theirs);

  await mine.context().close();
  await theirs.context().close();
});
