import { useEffect } from "react";

/**
 * What somebody is in the middle of: a dialog, words that are not sent yet. Nothing that goes on by itself may take them
 * away from it.
 */
const open = new Set<symbol>();
const waiting = new Set<() => void>();

export const isUnfinished = (): boolean => open.size > 0;

/** Acts at once, or as soon as nothing is unfinished any more. Gives back what forgets it. */
export function whenFinished(act: () => void): () => void {
  if (open.size === 0) {
    act();
    return () => undefined;
  }
  waiting.add(act);
  return () => void waiting.delete(act);
}

/** Marks something as unfinished; gives back what ends that. */
export function begin(): () => void {
  const mark = Symbol("unfinished");
  open.add(mark);
  return () => {
    open.delete(mark);
    // A page that goes away ends this, and forgets what waits on it: that must come first.
    queueMicrotask(() => {
      if (open.size > 0) return;
      const acts = [...waiting];
      waiting.clear();
      for (const act of acts) act();
    });
  };
}

/** While `active`, the component holds something unfinished. */
export function useUnfinished(active: boolean): void {
  useEffect(() => (active ? begin() : undefined), [active]);
}
