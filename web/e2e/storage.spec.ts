import { administrator, Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** A video's file is replaced under its link; an administrator sees what is stored and whether it is whole. */

let owner: Person;
let keeper: Person;
let videoId: string;

test.beforeAll(async () => {
  owner = await Person.register("storage-tests");
  videoId = await owner.publish(drawnClip("studio", 2, "640x360"), { title: "Kept under its link" });
  keeper = await administrator();
});

test("a new file plays under the old link; one that will not do changes nothing", async ({ page }) => {
  await signIn(page, owner);
  await page.goto(`/studio/${videoId}?tab=files`);
  const replace = page.getByRole("region", { name: "Replace the file" });
  await replace.getByLabel("Choose a new file").setInputFiles({
    name: "no-film.mp4",
    mimeType: "video/mp4",
    buffer: Buffer.from("not a film at all".repeat(100)),
  });
  await expect(replace.getByText(/The new file was not taken/)).toBeVisible();
  await expectAccessible(page);
  await replace.getByRole("button", { name: "All right" }).click();

  await replace.getByLabel("Choose a new file").setInputFiles(drawnClip("replacing", 5, "640x360"));
  await expect(page.getByText("The new file plays now")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("definition").filter({ hasText: "0:05" })).toBeVisible();
  const { duration } = await send<{ duration: number }>("GET", `/api/v1/videos/${videoId}`);
  expect(duration).toBe(5);
});

test("storage by kind and by person, light and dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await signIn(page, keeper);
  await page.goto("/");
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("menuitem", { name: "Storage of this site" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Storage" })).toBeVisible();
  await expect(page.getByRole("list", { name: "What it is" }).getByText("Originals")).toBeVisible();
  await page.getByRole("button", { name: new RegExp(owner.username) }).click();
  await expect(page.getByRole("link", { name: "Kept under its link" })).toBeVisible();
  await page.getByRole("button", { name: "Read everything now" }).click();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);
});
