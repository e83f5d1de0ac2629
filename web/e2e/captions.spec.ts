import type { Page } from "@playwright/test";
import { Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** Captions: brought, edited beside the player, shown by it, and read as a transcript. */

const seconds = 20;
let owner: Person;
let videoId: string;

const file = (content: string, name = "words.vtt") => ({
  name,
  mimeType: "text/vtt",
  buffer: Buffer.from(content),
});

test.beforeAll(async () => {
  owner = await Person.register("caption-tests");
  videoId = await owner.publish(drawnClip("captions", seconds, "640x360"), { title: "A film with words" });
});

test("the owner brings a file, mends it beside the player, and viewers see it at once", async ({ page }) => {
  await signIn(page, owner);
  await page.goto(`/studio/${videoId}?tab=captions`);
  await expect(page.getByText("No captions yet")).toBeVisible();
  await page.getByLabel("Language", { exact: true }).selectOption("en");

  await page
    .locator("input[type=file][aria-label='Choose a file']")
    .setInputFiles(file("WEBVTT\n\n00:01.000 --> 00:02.000\nfine\n\n00:05.000 --> 00:04.000\nwrong\n"));
  await expect(page.getByText("Line 6: it ends before it begins")).toBeVisible();

  const srt =
    "1\n00:00:01,000 --> 00:00:04,000\nGood morning dear zebras\n\n2\n00:00:12,000 --> 00:00:14,000\n<script>x</script>The end\n";
  await page.locator("input[type=file][aria-label='Choose a file']").setInputFiles(file(srt, "words.srt"));
  await page.getByRole("button", { name: "Edit English" }).click();

  const first = page.getByLabel("Words of line 1");
  await expect(first).toHaveValue("Good morning dear zebras");
  await first.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(12, 12));
  await page.getByRole("button", { name: "Split line 1 at the cursor" }).click();
  await expect(page.getByLabel("Words of line 2")).toHaveValue("dear zebras");
  await expect(page.getByLabel("End of line 1", { exact: true })).toHaveValue("0:02.565");
  await page.getByLabel("Words of line 2").fill("dear giraffes");
  await page.getByLabel("Start of line 2", { exact: true }).fill("0:03.000");
  await page.getByRole("button", { name: "Add a line after line 3" }).click();
  await expect(page.getByLabel("Words of line 4")).toBeFocused();
  await page.keyboard.type("After the end");
  await page.getByRole("button", { name: "Join line 3 with the next" }).click();
  await expect(page.getByLabel("Words of line 3")).toHaveValue("xThe end After the end");
  await page.getByRole("button", { name: "Play line 2" }).click();
  await expect.poll(() => currentTime(page)).toBeGreaterThanOrEqual(3);
  expect(await sticksOut(page), "the small player has room for its buttons").toEqual([]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Viewers see it now.")).toBeVisible();

  const { cues } = await send<{ cues: { start: number; end: number; text: string }[] }>(
    "GET",
    `/api/v1/videos/${videoId}/transcript`,
  );
  expect(cues).toEqual([
    { start: 1, end: 2.565, text: "Good morning" },
    { start: 3, end: 4, text: "dear giraffes" },
    { start: 12, end: 16, text: "xThe end After the end" },
  ]);
});

test("the transcript follows, is searched, and leads to what was said", async ({ page }) => {
  await send("POST", `/api/v1/videos/${videoId}/captions?language=de`, {
    token: owner.token,
    bytes: Buffer.from("WEBVTT\n\n00:00.000 --> 00:20.000\nGrüße an die Giraffen\n"),
    headers: { "Content-Type": "text/vtt" },
  });
  await page.goto(`/watch/${videoId}`);
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0);
  const button = page.getByRole("button", { name: "Transcript", exact: true });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  const panel = page.getByRole("region", { name: "Transcript" });
  await expect(panel.getByRole("listitem")).toHaveCount(3);

  await panel.getByRole("searchbox").fill("END the");
  await expect(panel.getByText("1 place")).toBeVisible();
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  const line = panel.getByRole("button", { name: /Jump to 0:12/ });
  await line.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => currentTime(page)).toBeGreaterThanOrEqual(12);
  await expect(line).toHaveAttribute("aria-current", "true");

  await panel.getByRole("searchbox").fill("elephants");
  await expect(panel.getByText("Nobody says that in this video.")).toBeVisible();
  await panel.getByRole("searchbox").fill("");
  await panel.getByLabel("Language of the transcript").selectOption({ label: "Deutsch" });
  await expect(panel.getByText("Grüße an die Giraffen")).toBeVisible();
  await expectAccessible(page);

  await page.locator("video").first().hover();
  await page.getByRole("button", { name: "Captions" }).click();
  await expect
    .poll(() =>
      page
        .locator("video")
        .evaluate(
          (video: HTMLVideoElement) => Array.from(video.textTracks).filter(({ mode }) => mode === "showing").length,
        ),
    )
    .toBeGreaterThan(0);
  await panel.getByRole("button", { name: "Close the transcript" }).click();
  await expect(panel).toHaveCount(0);
});

function currentTime(page: Page): Promise<number> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
}

/** Buttons of the player that reach beyond it, where nobody can press them. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.locator(".player").evaluate((player) => {
    const buttons = [...player.querySelectorAll("button, media-pip-button, media-fullscreen-button")];
    const edge = player.getBoundingClientRect().right;
    return buttons.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.outerHTML);
  });
