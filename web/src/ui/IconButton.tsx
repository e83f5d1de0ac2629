import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/lib/cx";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  /** Read aloud, and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  /** Where the tooltip hangs: `end` keeps it on the page at the right edge. */
  tooltip?: "center" | "start" | "end" | "none";
}

export const iconButtonClass =
  "inline-grid size-10 shrink-0 place-items-center rounded-full text-ink transition-colors hover:bg-hover disabled:opacity-40 disabled:hover:bg-transparent";

export function IconButton({ label, icon, tooltip = "center", className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      data-tooltip={tooltip === "none" ? undefined : label}
      data-tooltip-at={tooltip}
      className={cx(iconButtonClass, className)}
    >
      {icon}
    </button>
  );
}
