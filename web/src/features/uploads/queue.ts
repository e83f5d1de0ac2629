import { useSyncExternalStore } from "react";
import { session } from "@/api/client";
import { stored } from "@/lib/stored";
import { fingerprint } from "./fingerprint";
import { PendingUploads } from "./PendingUploads";
import { declare, end, offsetOf, transfer, verdictOn } from "./server";
import { otherTabs } from "./tabs";
import { UploadQueue } from "./UploadQueue";
import type { Upload } from "./upload";

const slot = stored("vidstead.uploads");
const tabs = otherTabs(() => queue.running());

/** The uploads of this tab. */
export const queue: UploadQueue = new UploadQueue({
  declare,
  offsetOf,
  end,
  transfer,
  verdictOn,
  fingerprint,
  pending: new PendingUploads(slot, () => Date.now()),
  runningElsewhere: tabs.running,
  signedIn: () => session.snapshot().kind !== "anonymous",
  now: () => Date.now(),
  newId: () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(""),
  later: (milliseconds, work) => {
    const timer = window.setTimeout(work, milliseconds);
    return () => window.clearTimeout(timer);
  },
});

window.addEventListener("online", () => {
  queue.wake("network");
  queue.wake("server");
});
window.addEventListener("offline", () => queue.interrupt("network"));
window.addEventListener("beforeunload", (event) => {
  if (queue.busy) event.preventDefault();
});
session.subscribe(() => {
  if (session.snapshot().kind === "anonymous") queue.interrupt("sign-in");
});

export const useUploads = (): readonly Upload[] => useSyncExternalStore(queue.subscribe, queue.snapshot);
