import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

interface ButtonProps extends ComponentProps<"button"> {
  /** One `primary` a view at most: it is what the page is for. */
  variant?: ButtonVariant;
  /** Shows that the action runs and keeps a second press away, without taking the focus. */
  busy?: boolean;
}

const shape =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-full px-4 text-sm font-medium whitespace-nowrap select-none transition-colors disabled:opacity-50 aria-disabled:opacity-60";

const colours: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "bg-sunken text-ink hover:bg-hover",
  ghost: "text-ink hover:bg-hover",
  danger: "bg-danger-soft text-danger hover:bg-hover",
};

/** The look of a button, for links that lead somewhere. */
export const buttonClass = (variant: ButtonVariant = "secondary", className?: string): string =>
  cx(shape, colours[variant], className);

export function Button({ variant, busy = false, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(variant, className)}
    />
  );
}
