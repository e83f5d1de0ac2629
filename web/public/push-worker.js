// Shows the messages that the site sends to this browser, and opens what they are about. Nothing is cached here.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const message = event.data?.json() ?? {};
  event.waitUntil(
    self.registration.showNotification(message.title ?? "", {
      body: message.body ?? "",
      tag: message.tag ?? "",
      lang: message.language ?? "",
      icon: "/icon.svg",
      data: { url: message.url ?? "/notifications" },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url, self.location.origin);
  // A message leads into this site, whatever it says.
  if (url.origin !== self.location.origin) return;
  event.waitUntil(open(url.href));
});

async function open(href) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages[0];
  if (!page) return self.clients.openWindow(href);
  // A browser may keep the window where it is; the page it shows is the one that was asked for all the same.
  await page.focus().catch(() => page);
  return page.navigate(href).catch(() => self.clients.openWindow(href));
}
