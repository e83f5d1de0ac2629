import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";
import { controlClass, FieldFrame, type FieldProps } from "./Field";

type InputProps = Omit<ComponentProps<"input">, "id"> & FieldProps & { inputClassName?: string };

export function Input({ label, hint, error, hideLabel = false, className, inputClassName, ...rest }: InputProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(ids) => <input {...rest} {...ids} className={cx(controlClass, inputClassName)} />}
    </FieldFrame>
  );
}
