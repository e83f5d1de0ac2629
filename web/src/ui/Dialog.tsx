import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { useUnfinished } from "@/lib/unfinished";
import { IconButton } from "./IconButton";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** A sentence under the title, read with it. */
  description?: string;
  children?: ReactNode;
  /** Buttons at the bottom; the safe one first. */
  actions?: ReactNode;
  wide?: boolean;
  /** Where in the page it hangs; within an element in full screen it must hang in that. */
  container?: HTMLElement | null;
}

/** A window over the page that keeps the focus until closed; a sheet from below on phones. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  wide = false,
  container,
}: DialogProps) {
  const { t } = useTranslation("common");
  useUnfinished(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal container={container ?? null}>
        <Radix.Overlay className="fade fixed inset-0 z-50 bg-scrim" />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={cx(
            "pop fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-panel bg-surface p-6 shadow-float outline-none",
            "sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-panel",
            wide ? "sm:max-w-3xl" : "sm:max-w-lg",
          )}
        >
          <div className="mb-2 flex items-start gap-4">
            <Radix.Title className="grow text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton
                label={t(($) => $.close)}
                icon={<X aria-hidden size={20} />}
                tooltip="none"
                className="-mt-2 -mr-3"
              />
            </Radix.Close>
          </div>
          {description === undefined ? null : (
            <Radix.Description className="mb-4 text-ink-muted">{description}</Radix.Description>
          )}
          <div className="-mx-1 min-h-0 overflow-y-auto px-1">{children}</div>
          {actions ? <div className="mt-6 flex flex-wrap justify-end gap-2">{actions}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
