import { useMemo } from "react";
import { useLanguage } from "./language";

/** What is spoken in most videos of the world. */
const SPOKEN = [
  "ar",
  "bg",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fa",
  "fi",
  "fr",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "nl",
  "no",
  "pl",
  "pt",
  "ro",
  "ru",
  "sk",
  "sl",
  "sr",
  "sv",
  "th",
  "tr",
  "uk",
  "vi",
  "zh",
];

/** Languages to choose from by their names in the reader's own; `chosen` is among them whatever it is. */
export function useSpokenLanguages(chosen: string): { value: string; label: string }[] {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "language" });
    const codes = chosen === "" || SPOKEN.includes(chosen) ? SPOKEN : [...SPOKEN, chosen];
    return codes
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
  }, [language, chosen]);
}
