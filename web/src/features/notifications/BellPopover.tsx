import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { BellPanel } from "./BellPanel";

/** The newest of the inbox, hung below its button; open from the start. */
export function BellPopover({ label, button }: { label: string; button: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{button}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="pop z-50 w-[min(26rem,calc(100vw-1rem))] rounded-card border border-line bg-surface shadow-float outline-none"
        >
          <BellPanel onClose={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
