import { readFile } from "node:fs/promises";
import type { CDPSession, Locator, Page } from "@playwright/test";
import { Person, signIn } from "./support/api";
import { drawnClip, paddedClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** Uploading in a browser: what happens to a file between the drop and its last quality. */

let owner: Person;

/** Long to send, and soon done. */
const film = () => paddedClip(2_800_000);

test.beforeAll(async () => {
  owner = await Person.register("upload-tests");
});

test.beforeEach(async ({ page }) => {
  await signIn(page, owner);
  await page.goto("/upload");
  await expect(page.getByText(/of your storage left/)).toBeVisible();
});

test("an upload cut off by a reload goes on with the same file, and no byte is sent twice", async ({ page }) => {
  await slowDown(page, 150);
  const sent = countBytes(page);
  await choose(page, film());
  const card = page.locator("article");
  await expect(card).toHaveAttribute("data-phase", "sending");
  await expect(card.getByText(/ kB of /)).toBeVisible();
  await expect(card.getByText(/sec left/)).toBeVisible();

  page.once("dialog", (warning) => void warning.accept());
  await page.reload();
  await expect(card).toHaveAttribute("data-phase", "interrupted");
  await expectAccessible(page);
  await chooseAgain(page, card, drawnClip("another", 2, "640x360"));
  await expect(page.getByText(/is another file/)).toBeVisible();

  const before = sent.acknowledged;
  await slowDown(page, 100_000);
  const resumed = page.waitForRequest((request) => request.method() === "PATCH");
  await chooseAgain(page, card, film());
  const offset = Number((await resumed).headers()["upload-offset"]);
  expect(offset).toBeGreaterThanOrEqual(before);
  expect(offset).toBeGreaterThan(0);
  await expect(card).toHaveAttribute("data-phase", "sent");
  await expect(card.getByRole("link", { name: "Watch" })).toBeVisible();
});

test("details typed while it is sent are saved, and uploads go on while one browses", async ({ page }) => {
  await slowDown(page, 400);
  await choose(page, film());
  await page.getByLabel("Title").fill("Cars, seen from above");
  await page.getByLabel("Tags").fill("cars,motorway,");
  await page.getByRole("radio", { name: /Unlisted/ }).check({ force: true });
  await expect(page.getByText("All changes saved").first()).toBeVisible();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Your videos" }).click();
  const row = page.getByRole("row").filter({ hasText: "Cars, seen from above" });
  await expect(row.getByText(/Uploading/)).toBeVisible();
  const tray = page.getByRole("complementary", { name: "Uploads" });
  await expect(tray.getByText(/Uploading 1 video/)).toBeVisible();
  await slowDown(page, 100_000);
  await expect(tray.getByText("1 video can be watched")).toBeVisible();
  await expect(row.getByRole("button", { name: /Unlisted/ })).toBeVisible();
});

test("it waits while the line is cut and goes on by itself; pausing stops it, cancelling takes it back", async ({
  page,
}) => {
  await slowDown(page, 100);
  await choose(page, film());
  const card = page.locator("article");
  await expect(card).toHaveAttribute("data-phase", "sending");
  await page.context().setOffline(true);
  await expect(card).toHaveAttribute("data-phase", "waiting");
  await expect(card.getByText(/It goes on by itself/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(card).toHaveAttribute("data-phase", "sending");
  await card.getByRole("button", { name: "Pause" }).click();
  await expect(card.getByText(/Paused at/)).toBeVisible();
  await card.getByRole("button", { name: "Cancel the upload" }).click();
  const question = page.getByRole("dialog");
  if (await question.isVisible()) await question.getByRole("button", { name: "Cancel the upload" }).click();
  await expect(page.getByText("Drop videos here")).toBeVisible();
});

test("files dropped anywhere are taken in; what is no video says so", async ({ page }) => {
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  const clip = (await readFile(drawnClip("dropped", 2, "640x360"))).toString("base64");
  const dropped = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], "My_first clip.mp4", { type: "video/mp4" }));
    transfer.items.add(new File(["words"], "letter.pdf", { type: "application/pdf" }));
    return transfer;
  }, clip);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: dropped });
  await expect(page.getByText("Drop to upload")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await page.waitForURL(/\/upload$/);
  await expect(page.getByRole("heading", { name: "My first clip" })).toBeVisible();
  await expect(page.getByText("“letter.pdf” is not a video.")).toBeVisible();
  await expect(page.locator("article")).toHaveAttribute("data-state", /polishing|done/);
});

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles(file);
}

async function chooseAgain(page: Page, card: Locator, file: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await card.getByRole("button", { name: "Choose the file again" }).click();
  await (await chooser).setFiles(file);
}

const sessions = new WeakMap<Page, CDPSession>();

/** A line of so many kB a second upwards. The narrowest of a page's sessions counts: it gets one only. */
async function slowDown(page: Page, kiloBytes: number): Promise<void> {
  const devtools = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, devtools);
  const conditions = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: kiloBytes * 1000 };
  await devtools.send("Network.emulateNetworkConditions", conditions);
}

/** Follows up to which byte the server has said that it has the file. */
function countBytes(page: Page): { acknowledged: number } {
  const seen = { acknowledged: 0 };
  page.on("response", (answer) => {
    const offset = Number(answer.headers()["upload-offset"] ?? 0);
    if (offset > seen.acknowledged) seen.acknowledged = offset;
  });
  return seen;
}
