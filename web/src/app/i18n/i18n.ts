import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, preferredLanguage, rememberLanguage } from "@/lib/i18n/language";
import { texts as en } from "./en";

/** Starts with the reader's language loaded, so that nothing is painted twice. English is part of the program. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en },
    defaultNS: "common",
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await show(preferredLanguage());
}

export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  if (language !== "en" && !i18next.hasResourceBundle(language, "common")) {
    const { texts } = await import("./de");
    for (const [namespace, words] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
