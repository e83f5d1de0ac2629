import { api, session, unwrap } from "@/api/client";
import { RealtimeSocket, type WireSocket } from "@/lib/realtime/RealtimeSocket";

/** The page's one socket. */
export const realtime = new RealtimeSocket({
  open: (ticket) => {
    const address = new URL("/ws", window.location.origin);
    address.protocol = address.protocol.replace("http", "ws");
    if (ticket !== null) address.searchParams.set("ticket", ticket);
    return new WebSocket(address) as WireSocket;
  },
  ticket: async () => {
    if ((await session.accessToken()) === null) return null;
    return (await unwrap(api.POST("/api/v1/realtime/ticket"))).ticket;
  },
  random: () => Math.random(),
  watchHidden: (changed) =>
    document.addEventListener("visibilitychange", () => changed(document.visibilityState === "hidden")),
});

let signedIn = session.snapshot().kind !== "anonymous";
session.subscribe(() => {
  const now = session.snapshot().kind !== "anonymous";
  if (now === signedIn) return;
  signedIn = now;
  realtime.changeUser();
});
