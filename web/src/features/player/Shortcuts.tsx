import { useTranslation } from "react-i18next";
import { Dialog } from "@/ui/Dialog";

const ROWS = [
  ["play", ["K", "␣"]],
  ["ten", ["J", "L"]],
  ["five", ["←", "→"]],
  ["volume", ["↑", "↓"]],
  ["mute", ["M"]],
  ["fullscreen", ["F"]],
  ["theatre", ["T"]],
  ["mini", ["I"]],
  ["captions", ["C"]],
  ["tenths", ["0–9"]],
  ["speed", ["<", ">"]],
  ["frame", [",", "."]],
  ["help", ["?"]],
] as const;

interface ShortcutsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  container: HTMLElement | null;
}

/** All keys of the player, by `?`. */
export function Shortcuts({ open, onOpenChange, container }: ShortcutsProps) {
  const { t } = useTranslation("player");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t(($) => $.shortcuts)} container={container}>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        {ROWS.map(([name, keys]) => (
          <div key={name} className="contents">
            <dt>{t(($) => $.keys[name])}</dt>
            <dd className="flex justify-end gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-8 rounded-small bg-sunken px-2 py-1 text-center font-sans text-xs font-medium"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
