import { Person, send, signIn } from "./support/api";
import { drawnClip, drawnPicture } from "./support/clips";
import { expect, expectAccessible, test } from "./support/test";

/** One's own videos: the table, the page of a video, the settings. */

let owner: Person;
let videoId: string;

test.beforeAll(async () => {
  owner = await Person.register("studio-tests");
  for (const title of ["Apple", "Birch", "Cedar"]) {
    videoId = await owner.publish(drawnClip("studio", 2, "640x360"), { title });
  }
});

test.beforeEach(({ page }) => signIn(page, owner));

test("a title is renamed in place; what the server refuses is taken back with a sentence", async ({ page }) => {
  await page.goto("/studio");
  await page.getByRole("button", { name: "Rename Apple" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Alder");
  const saved = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Rename Alder" })).toBeFocused();
  await saved;
  await page.reload();
  await expect(page.getByRole("link", { name: "Alder" })).toBeVisible();

  await page.route("**/api/v1/videos/*", (route) =>
    route.fulfill({ status: 503, json: { title: "Busy", status: 503 } }),
  );
  await page.getByRole("button", { name: /Change who can watch Alder/ }).click();
  await page.getByRole("menuitemradio", { name: "Private" }).click();
  await expect(page.getByText(/Nothing was changed/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Public. Change who can watch Alder" })).toBeVisible();
});

test("several are chosen and changed at once, found by title and state, and deleted after a question", async ({
  page,
}) => {
  await page.goto("/studio");
  await page.getByRole("checkbox", { name: "Select Cedar" }).check();
  await page.getByRole("checkbox", { name: "Select Birch" }).click({ modifiers: ["Shift"] });
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Who can watch", exact: true }).click();
  await page.getByRole("menuitem", { name: "Unlisted" }).click();
  await expect(page.getByText("2 videos changed")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Clear the selection" }).click();
  await page.getByRole("searchbox", { name: "Find by title" }).fill("irc");
  await expect(page.getByRole("link", { name: "Cedar" })).toHaveCount(0);
  await expect(page).toHaveURL(/q=irc/);
  await page.getByRole("button", { name: "More for Birch" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("link", { name: "Cedar" })).toBeVisible();
});

test("a video becomes one for chosen people, and they are named and unnamed", async ({ page }) => {
  const guest = await Person.register("studio-guest");
  const entitled = async () =>
    (await send<{ entitled: boolean }>("GET", `/api/v1/videos/${videoId}`, { token: guest.token })).entitled;
  await page.goto(`/studio/${videoId}`);
  await page.getByRole("switch", { name: "Only for chosen people" }).click();
  await expect(page.getByText("All changes saved").first()).toBeVisible();
  await expect(page.getByText("Nobody yet but you.")).toBeVisible();
  await expect.poll(entitled).toBe(false);

  await page.getByLabel("User name").fill("nobody-of-this-name");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Nothing was changed/)).toBeVisible();
  await page.getByLabel("User name").fill(guest.username);
  await page.getByRole("button", { name: "Let play" }).click();
  await expect(page.getByText(`@${guest.username}`)).toBeVisible();
  expect(await entitled()).toBe(true);
  await expectAccessible(page);

  await page.getByRole("button", { name: `Let ${guest.username} play it no longer` }).click();
  await expect(page.getByText("Nobody yet but you.")).toBeVisible();
  expect(await entitled()).toBe(false);
  await page.getByRole("switch", { name: "Only for chosen people" }).click();
  await expect.poll(entitled).toBe(true);
});

test("details save themselves, and an edit from elsewhere is not lost", async ({ page }) => {
  await page.goto(`/studio/${videoId}`);
  await page.getByLabel("Description").fill("First words");
  await expect(page.getByText("All changes saved").first()).toBeVisible();
  await send("PATCH", `/api/v1/videos/${videoId}`, { token: owner.token, body: { title: "From elsewhere" } });
  await page.getByLabel("Description").fill("Second words");
  await expect(page.getByRole("heading", { name: "From elsewhere" })).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("From elsewhere");
  const { token } = owner;
  const video = () => send<{ description: string }>("GET", `/api/v1/videos/${videoId}`, { token });
  await expect.poll(async () => (await video()).description).toBe("Second words");
});

test("the thumbnail is chosen or brought along, the files are listed", async ({ page }) => {
  await page.goto(`/studio/${videoId}?tab=thumbnail`);
  const moment = page.getByRole("radio", { name: "Moment 2" });
  await moment.locator("..").click();
  await expect(moment).toBeChecked();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Use your own picture" }).click();
  await (await chooser).setFiles(drawnPicture("thumbnail", "1280x720"));
  await expect(page.getByText("Thumbnail changed")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Your own picture" })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Files" }).click();
  await expect(page.getByRole("rowheader", { name: "360p" })).toBeVisible();
  await expectAccessible(page);
});

test("settings: profile, picture, password, and an end to every sign-in", async ({ page }) => {
  await page.goto("/settings");
  await page.getByLabel("Your name").fill("Willow Woods");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Profile saved")).toBeVisible();
  const picture = page.getByRole("group", { name: "Profile picture" });
  const chooser = page.waitForEvent("filechooser");
  await picture.getByRole("button", { name: "Choose a picture" }).click();
  await (await chooser).setFiles(drawnPicture("avatar", "512x512"));
  await expect(picture.getByRole("button", { name: "Remove" })).toBeVisible();

  await page.getByLabel("Current password").fill("not the one it is");
  await page.getByLabel("New password").fill("another long sentence");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await page.getByLabel("Current password").fill(owner.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText(/Password changed/)).toBeVisible();

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("You are signed out everywhere.")).toBeVisible();
  await page.goto("/studio");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("User name or e-mail address").fill(owner.username);
  await page.getByLabel("Password", { exact: true }).fill("another long sentence");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/studio$/);
});
