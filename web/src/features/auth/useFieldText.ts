import type { FieldError } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { en } from "./i18n/en";

type Known = keyof typeof en.errors;
const known = (code: string): code is Known => Object.hasOwn(en.errors, code);

/** A form field's error as a sentence: one of ours by its code, else the server's own. */
export function useFieldText(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation("auth");
  return (error) => {
    if (!error) return undefined;
    const message = error.message ?? "";
    return known(message) ? t(($) => $.errors[message]) : message || t(($) => $.errors.required);
  };
}
