import type { Browser, Page } from "@playwright/test";
import { Person, send, signIn } from "./support/api";
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
  await edited.getByRole("button", { name: "(edited)" }).click();
  const versions = mine.getByRole("dialog", { name: "What it said before" });
  await expect(versions.getByText("Where was this filmed?")).toBeVisible();
  await expectAccessible(mine);
  await mine.keyboard.press("Escape");

  await edited.getByRole("button", { name: `More about the comment by ${guest.username}` }).click();
  await mine.getByRole("menuitem", { name: "Pin" }).click();
  await expect(comment(theirs, "Where, and when, was it filmed?").getByText("Pinned")).toBeVisible();
  await expectAccessible(theirs);

  await mine.context().close();
  await theirs.context().close();
});

test("a comment is there at once; what the server refuses goes away with a sentence, and its words are kept", async ({
  page,
}) => {
  await signIn(page, guest);
  await page.goto(`/watch/${videoId}`);
  let answer = () => {};
  const asked = new Promise<void>((done) => {
    answer = done;
  });
  await page.route("**/comments", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await asked;
    return route.fulfill({ status: 503, json: { title: "Busy", status: 503 } });
  });
  await page.getByLabel("Add a comment").fill("Is anybody there?");
  await page.keyboard.press("Control+Enter");
  const list = page.getByRole("region", { name: /comment/i }).getByRole("listitem");
  await expect(list.filter({ hasText: "Sending…" })).toContainText("Is anybody there?");
  await expect(page.getByLabel("Add a comment")).toHaveValue("");
  answer();
  await expect(page.getByText(/Your comment was not posted/)).toBeVisible();
  await expect(list.filter({ hasText: "Is anybody there?" })).toHaveCount(0);
  await expect(page.getByLabel("Add a comment")).toHaveValue("Is anybody there?");
  await page.unroute("**/comments");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(comment(page, "Is anybody there?")).toBeVisible();
});

test("an address leads to a comment that is far down, or deep in a thread; what is new meanwhile waits to be asked for", async ({
  page,
}) => {
  const say = (person: Person, content: string, parent_id?: string) =>
    send<{ comment_id: string }>("POST", `/api/v1/videos/${videoId}/comments`, {
      token: person.token,
      body: { content, parent_id },
    });
  for (let number = 0; number < 11; number++) {
    await Promise.all([say(owner, `Thought ${number} of mine`), say(guest, `And thought ${number} of mine`)]);
  }
  const { comments } = await send<{ comments: { comment_id: string; content: string }[] }>(
    "GET",
    `/api/v1/videos/${videoId}/comments?sort=top&limit=20&page=2`,
  );
  const far = comments.at(-1);
  if (!far) throw new Error("there is no second page");
  const reply = await say(owner, "And here is why", far.comment_id);

  await page.goto(`/watch/${videoId}?comment=${reply.comment_id}`);
  const found = comment(page, "And here is why").last();
  await expect(found).toBeInViewport();
  await expect(found).toBeFocused();
  await expect(comment(page, far.content).first()).toBeVisible();
  await expectAccessible(page);

  const before = await found.boundingBox();
  await say(guest, "Something new");
  const pill = page.getByRole("button", { name: "1 new comment" });
  await expect(pill).toBeVisible();
  expect(await found.boundingBox(), "nothing moves under the reader's eyes").toEqual(before);
  await expect(comment(page, "Something new")).toHaveCount(0);
  await pill.click();
  await expect(comment(page, "Something new")).toBeInViewport();

  await page.goto(`/watch/${videoId}?comment=0AAAAAAAAAAAA`);
  await expect(page.getByText("is not there any more")).toBeVisible();
});

test("a video's owner closes its comments and opens them again", async ({ page }) => {
  await signIn(page, owner);
  await page.goto(`/studio/${videoId}?tab=comments`);
  const set = async (name: string) => {
    const saved = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
    await page.getByRole("radio", { name }).check();
    await saved;
  };
  await set("Are not taken");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Read the comments" }).click();
  await expect(page.getByText("Comments are closed.")).toBeVisible();
  await expect(page.getByLabel("Add a comment")).toHaveCount(0);
  await page.goBack();
  await set("As my channel has it");
  await page.getByRole("link", { name: "Read the comments" }).click();
  await expect(page.getByLabel("Add a comment")).toBeVisible();
});
