/** What a key does to the player. */
export type PlayerCommand =
  | { kind: "toggle-play" }
  | { kind: "seek-by"; seconds: number }
  | { kind: "seek-to"; fraction: number }
  | { kind: "volume-by"; step: number }
  | { kind: "rate-by"; step: 1 | -1 }
  | { kind: "frame"; step: 1 | -1 }
  | { kind: "mute" }
  | { kind: "fullscreen" }
  | { kind: "theatre" }
  | { kind: "captions" }
  | { kind: "mini" }
  | { kind: "help" };

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The keys as on YouTube. With Ctrl, Alt or Command a key belongs to the browser. */
export function commandFor({ key, ctrlKey, metaKey, altKey }: KeyPress): PlayerCommand | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (/^[0-9]$/.test(key)) return { kind: "seek-to", fraction: Number(key) / 10 };
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case " ":
    case "k":
      return { kind: "toggle-play" };
    case "j":
      return { kind: "seek-by", seconds: -10 };
    case "l":
      return { kind: "seek-by", seconds: 10 };
    case "ArrowLeft":
      return { kind: "seek-by", seconds: -5 };
    case "ArrowRight":
      return { kind: "seek-by", seconds: 5 };
    case "ArrowUp":
      return { kind: "volume-by", step: 0.05 };
    case "ArrowDown":
      return { kind: "volume-by", step: -0.05 };
    case "Home":
      return { kind: "seek-to", fraction: 0 };
    case "End":
      return { kind: "seek-to", fraction: 1 };
    case ">":
      return { kind: "rate-by", step: 1 };
    case "<":
      return { kind: "rate-by", step: -1 };
    case ".":
      return { kind: "frame", step: 1 };
    case ",":
      return { kind: "frame", step: -1 };
    case "m":
      return { kind: "mute" };
    case "f":
      return { kind: "fullscreen" };
    case "t":
      return { kind: "theatre" };
    case "c":
      return { kind: "captions" };
    case "i":
      return { kind: "mini" };
    case "?":
      return { kind: "help" };
    default:
      return undefined;
  }
}

const TYPING = "input, textarea, select, [contenteditable]";
const OWN_KEYS = "[role=menu], [role=dialog], [role=tablist], [role=listbox], [role=slider], media-volume-range";
const PRESSED_BY_SPACE = "button, summary, a, [role=button], [role=switch]";

/**
 * Whether the page may take this key for the player, given where the focus is: never while somebody types or is in a
 * menu or dialog, and never the space bar from a button or the arrows from a slider.
 */
export function isForPlayer(key: string, focus: Element | null): boolean {
  if (!focus) return true;
  if (focus.closest(TYPING) || focus.closest("[role=menu], [role=dialog], [role=listbox]")) return false;
  if ((key === " " || key === "Enter") && focus.closest(PRESSED_BY_SPACE)) return false;
  if (/^(Arrow|Home|End)/.test(key)) return !focus.closest(OWN_KEYS);
  return true;
}

export const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** The next speed up or down; the ends hold. */
export function nextRate(rate: number, step: 1 | -1): number {
  const index = RATES.findIndex((each) => each >= rate);
  return RATES[Math.min(RATES.length - 1, Math.max(0, (index < 0 ? RATES.length - 1 : index) + step))] ?? 1;
}
