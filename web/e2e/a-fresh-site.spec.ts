import { send } from "./support/api";
import { expect, expectAccessible, test } from "./support/test";

test("the link of a fresh site makes the administrator, once", async ({ page }) => {
  const link = process.env.E2E_SETUP_LINK ?? "";
  expect(await send("GET", "/api/v1/setup")).toEqual({ needs_administrator: true });

  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel("User name").fill("keeper");
  await page.getByLabel("E-mail address").fill("keeper@example.org");
  await page.getByLabel("Password", { exact: true }).fill("keeper of this house");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
  expect(await send("GET", "/api/v1/setup")).toEqual({ needs_administrator: false });

  const again = await page.request.post("/api/v1/setup", {
    data: {
      token: new URL(link).searchParams.get("token"),
      username: "second",
      email: "second@example.org",
      password: "second of this house",
    },
  });
  expect(again.ok()).toBe(false);
});
