import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";
import { controlClass, FieldFrame, type FieldProps } from "@/ui/Field";
import { IconButton } from "@/ui/IconButton";

type PasswordInputProps = Omit<ComponentProps<"input">, "id" | "type"> & FieldProps;

/** A password that one may look at. */
export function PasswordInput({ label, hint, error, hideLabel = false, className, ...rest }: PasswordInputProps) {
  const { t } = useTranslation("auth");
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(ids) => (
        <span className="relative">
          <input
            {...rest}
            {...ids}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            className={`${controlClass} pr-12`}
          />
          <IconButton
            label={shown ? t(($) => $.hidePassword) : t(($) => $.showPassword)}
            tooltip="end"
            icon={shown ? <EyeOff aria-hidden size={20} /> : <Eye aria-hidden size={20} />}
            onClick={() => setShown(!shown)}
            className="absolute! top-1/2 right-1 -translate-y-1/2"
          />
        </span>
      )}
    </FieldFrame>
  );
}
