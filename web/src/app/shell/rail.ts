import { useSyncExternalStore } from "react";
import { stored } from "@/lib/stored";

// The sidebar: slim or wide while browsing, hidden or slim while watching. Kept for the next visit.
const saved = stored("vidstead.rail");
const listeners = new Set<() => void>();
let wide = saved.get() === "wide";
let besidePlayer = false;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export type Rail = "hidden" | "slim" | "wide";

export function useRail(watching: boolean): Rail {
  return useSyncExternalStore(subscribe, () =>
    watching ? (besidePlayer ? "slim" : "hidden") : wide ? "wide" : "slim",
  );
}

export function toggleRail(watching: boolean): void {
  if (watching) besidePlayer = !besidePlayer;
  else {
    wide = !wide;
    saved.set(wide ? "wide" : null);
  }
  for (const listener of listeners) listener();
}
