import { stored } from "@/lib/stored";

// Whether a list goes on by itself; kept for the next visit. It does until somebody says no.
const saved = stored("vidstead.playlist-autoplay");
const listeners = new Set<() => void>();
let on = saved.get() !== "no";

export const autoplay = {
  get: (): boolean => on,
  set: (next: boolean): void => {
    on = next;
    saved.set(next ? null : "no");
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
