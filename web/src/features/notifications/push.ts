import { api, unwrap } from "@/api/client";
import { stored } from "@/lib/stored";

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
  remembered.set(id);
  return permission;
}

/** Takes it back here and at the server. */
export async function unsubscribe(): Promise<void> {
  const id = remembered.get();
  await unsubscribeHere();
  // One that the server has forgotten already is as good as removed.
  if (id) await api.DELETE("/api/v1/push/subscriptions/{id}", { params: { path: { id } } });
}

/** Takes it back in this browser alone, which needs nobody signed in: the server drops an address that is gone. */
export async function unsubscribeHere(): Promise<void> {
  remembered.set(null);
  if (pushSupported()) await (await currentSubscription())?.unsubscribe();
}

/** The server's name of this browser's subscription. */
const remembered = stored("vidstead.push");

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
