import { useEffect } from "react";
import { commandFor, isForPlayer, type PlayerCommand } from "./keyboard";

/** Keys work wherever the focus is on the page, as long as it is not in a field, a menu or a dialog. */
export function usePlayerKeys(enabled: boolean, run: (command: PlayerCommand) => void): void {
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isForPlayer(event.key, document.activeElement)) return;
      const command = commandFor(event);
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    // After the widgets' own handlers, so that what they used is marked as used.
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [enabled, run]);
}
