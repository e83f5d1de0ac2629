import { useSyncExternalStore } from "react";
import { stored } from "./stored";

export interface KeptSwitch {
  get: () => boolean;
  set: (on: boolean) => void;
  subscribe: (listener: () => void) => () => void;
}

/** A choice between two that this browser remembers; `usual` holds until somebody chooses otherwise. */
export function keptSwitch(key: string, usual: boolean): KeptSwitch {
  const saved = stored(key);
  const listeners = new Set<() => void>();
  const kept = saved.get();
  let on = kept === null ? usual : kept === "yes";
  return {
    get: () => on,
    set: (next) => {
      on = next;
      saved.set(next === usual ? null : next ? "yes" : "no");
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useKeptSwitch = ({ subscribe, get }: KeptSwitch): boolean => useSyncExternalStore(subscribe, get);
