import { type ReactNode, useId } from "react";
import { cx } from "@/lib/cx";

export interface FieldProps {
  label: string;
  /** A sentence that helps before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint and is announced. */
  error?: string | undefined;
  hideLabel?: boolean;
}

interface FieldFrameProps extends FieldProps {
  /** Shown at the right of the hint line, a character count for instance. */
  aside?: ReactNode;
  className?: string | undefined;
  children: (ids: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }) => ReactNode;
}

export const controlClass =
  "w-full min-h-10 rounded-control border border-line bg-surface px-3 py-2 text-base sm:text-sm text-ink placeholder:text-ink-muted transition-colors hover:border-line-strong focus-visible:outline-offset-0 aria-invalid:border-danger disabled:opacity-60";

/** Label, control, and one line of hint or error, tied together for screen readers. */
export function FieldFrame({ label, hint, error, hideLabel, aside, className, children }: FieldFrameProps) {
  const id = useId();
  const note = `${id}-note`;
  const described = error !== undefined || hint !== undefined;
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": described ? note : undefined,
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {described || aside ? (
        <div className="flex gap-3 text-xs">
          <p
            id={note}
            role={error ? "alert" : undefined}
            className={cx("grow", error ? "text-danger" : "text-ink-muted")}
          >
            {error ?? hint}
          </p>
          {aside ? <span className="tabular text-ink-muted">{aside}</span> : null}
        </div>
      ) : null}
    </div>
  );
}
