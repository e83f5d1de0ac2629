import { useTranslation } from "react-i18next";
import { stored } from "@/lib/stored";

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

const saved = stored("vidstead.language");
const known = (code: string | null | undefined): code is Language => languages.some((language) => language === code);

/** The chosen language, or the first of the browser's that we speak, or English. */
export function preferredLanguage(): Language {
  const choice = saved.get();
  if (known(choice)) return choice;
  return navigator.languages.map((tag) => tag.split("-")[0]).find(known) ?? "en";
}

export const rememberLanguage = (language: Language): void => saved.set(language);

/** The language in use, for Intl. */
export function useLanguage(): Language {
  const { language } = useTranslation("common").i18n;
  return known(language) ? language : "en";
}
