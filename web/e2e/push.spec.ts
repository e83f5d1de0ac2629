import type { BrowserContext, Page } from "@playwright/test";
import { Person, signIn } from "./support/api";
import { expect, siteUrl, test } from "./support/test";

/** Web Push as the browser sees it: what the worker shows and opens, and what the settings say when it cannot be. */

let reader: Person;

test.beforeAll(async () => {
  reader = await Person.register("push-reader");
});

/** As the server writes it; the push service, which carries it, is out of reach here. */
const message = {
  title: "mira replied to your comment on “Sailing”",
  body: "That is the one I made the film for. 🙂",
  url: "/watch/AAAAAAAAAAA?comment=0AAAAAAAAAAAA",
  tag: "0MTAGTAGTAGTA",
  language: "en",
};

/** Brings a message to the worker as the browser does when its push service has one. */
async function deliver(context: BrowserContext, page: Page, data: string): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((found) =>
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${siteUrl()}/` && !isDeleted);
      if (own) found(own.registrationId);
    }),
  );
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.deliverPushMessage", {
    origin: siteUrl(),
    registrationId: await registered,
    data,
  });
  await devtools.detach();
}

test("a message is shown as it was written, once for each tag, and a click leads into the site", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["notifications"], { origin: siteUrl() });
  await page.goto("/login");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/push-worker.js", { scope: "/" });
    const { active: worker } = await navigator.serviceWorker.ready;
    // It is active already while its own handler of that event runs; messages come to it after.
    while (worker && worker.state !== "activated") {
      await new Promise((changed) => worker.addEventListener("statechange", changed, { once: true }));
    }
  });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ title, body, tag, lang, data }) => ({
        title,
        body,
        tag,
        lang,
        data: data as unknown,
      }));
    });
  // The developer tools now and then lose one on its way to the worker, so it is sent again: its tag makes it one.
  const shownOf = (sent: typeof message) =>
    expect.poll(
      async () => {
        const before = await shown();
        if (!before.some((one) => one.title === sent.title)) await deliver(context, page, JSON.stringify(sent));
        return shown();
      },
      { intervals: [1_000] },
    );
  const { title, body, tag, url, language } = message;
  await shownOf(message).toEqual([{ title, body, tag, lang: language, data: { url } }]);
  const again = { ...message, title: "The same once more" };
  await shownOf(again).toEqual([{ title: again.title, body, tag, lang: language, data: { url } }]);

  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("there is no worker");
  await worker.evaluate(async () => {
    const scope = self as unknown as { registration: ServiceWorkerRegistration };
    const [notification] = await scope.registration.getNotifications();
    const click = new Event("notificationclick");
    const done: Promise<unknown>[] = [];
    Object.assign(click, { notification, waitUntil: (work: Promise<unknown>) => done.push(work) });
    self.dispatchEvent(click);
    await Promise.all(done);
  });
  await page.waitForURL(url);
  expect(await shown()).toEqual([]);
});

const choice = (page: Page) => page.getByRole("switch", { name: "Send messages to this browser" });

test("a browser that forbids messages says so, and what to do", async ({ page }) => {
  await signIn(page, reader);
  await page.addInitScript(() => Object.defineProperty(Notification, "permission", { get: () => "denied" }));
  await page.goto("/settings/notifications");
  await expect(choice(page)).toBeDisabled();
  await expect(page.getByRole("alert")).toHaveText(/You have forbidden messages/);
});

test("a browser whose push service is out of reach says so, and stays switched off", async ({ page, context }) => {
  await signIn(page, reader);
  await context.grantPermissions(["notifications"], { origin: siteUrl() });
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new DOMException("push service error", "AbortError"));
  });
  await page.goto("/settings/notifications");
  await choice(page).click();
  await expect(page.getByRole("alert")).toHaveText(/could not sign up/);
  await expect(choice(page)).not.toBeChecked();
});
