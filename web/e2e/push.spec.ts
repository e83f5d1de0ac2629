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
}

test("a message is shown as it was written, once for each tag, and a click leads into the site", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["notifications"], { origin: siteUrl() });
  await page.goto("/login");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/push-worker.js", { scope: "/" });
    await navigator.serviceWorker.ready;
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
  await deliver(context, page, JSON.stringify(message));
  const { title, body, tag, url, language } = message;
  await expect.poll(shown).toEqual([{ title, body, tag, lang: language, data: { url } }]);
  await deliver(context, page, JSON.stringify({ ...message, title: "The same once more" }));
  await expect.poll(async () => (await shown()).map((one) => one.title)).toEqual(["The same once more"]);

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

test("a browser that forbids messages, or cannot sign up for them, is told of in words", async ({ page, context }) => {
  await signIn(page, reader);
  await page.goto("/settings/notifications");
  const choice = page.getByRole("switch", { name: "Send messages to this browser" });
  await expect(choice).toBeDisabled();
  await expect(page.getByRole("alert")).toHaveText(/You have forbidden messages/);

  await context.grantPermissions(["notifications"], { origin: siteUrl() });
  // The push service of this browser's maker is not reached from here, or refuses.
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new DOMException("push service error", "AbortError"));
  });
  await page.reload();
  await choice.click();
  await expect(page.getByRole("alert")).toHaveText(/could not sign up/);
  await expect(choice).not.toBeChecked();
});
