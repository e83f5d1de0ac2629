import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";
import { controlClass, FieldFrame, type FieldProps } from "./Field";

type SelectProps = Omit<ComponentProps<"select">, "id" | "children"> &
  FieldProps & { options: readonly { value: string; label: string }[] };

/** The platform's own list: best on phones, complete for keyboards and screen readers. */
export function Select({ label, hint, error, hideLabel = false, className, options, ...rest }: SelectProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(ids) => (
        <span className="relative">
          <select {...rest} {...ids} className={cx(controlClass, "appearance-none pr-10")}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2" />
        </span>
      )}
    </FieldFrame>
  );
}
