import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";
import { controlClass, FieldFrame, type FieldProps } from "./Field";

type TextareaProps = Omit<ComponentProps<"textarea">, "id"> & FieldProps;

/** Grows with its text where the browser can. */
export function Textarea({ label, hint, error, hideLabel = false, className, rows = 4, ...rest }: TextareaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(ids) => (
        <textarea {...rest} {...ids} rows={rows} className={cx(controlClass, "field-sizing-content resize-y")} />
      )}
    </FieldFrame>
  );
}
