import { api, unwrap } from "@/api/client";

/** Whether this browser can get messages at all. */
export const pushSupported = (): boolean =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** This browser's subscription, if it has one. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks for permission and subscribes where it is granted; the answer is what the person, or the browser, said. */
export async function subscribe(): Promise<NotificationPermission> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission;
  const { public_key } = await unwrap(api.GET("/api/v1/push/key"));
  await navigator.serviceWorker.register("/push-worker.js", { scope: "/" });
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(public_key),
  });
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new Error("the browser gave no keys");
  const body = { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
  const { id } = await unwrap(api.POST("/api/v1/push/subscriptions", { body }));
  remember(id);
  return permission;
}

/** Takes it back here and at the server. */
export async function unsubscribe(): Promise<void> {
  const id = remembered();
  await (await currentSubscription())?.unsubscribe();
  remember(null);
  // One that the server has forgotten already is as good as removed.
  if (id) await api.DELETE("/api/v1/push/subscriptions/{id}", { params: { path: { id } } });
}

const KEY = "vidstead.push";
export const remembered = (): string | null => localStorage.getItem(KEY);
const remember = (id: string | null) => (id ? localStorage.setItem(KEY, id) : localStorage.removeItem(KEY));

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
