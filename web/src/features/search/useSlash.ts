import { useEffect, useRef } from "react";

const TAKEN = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

/** Runs when "/" is pressed where it is not meant as a letter. */
export function useSlash(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.activeElement?.closest(TAKEN)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
