import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** Starts i18next with the English texts a component needs, so that tests read as people see it. */
export async function withTexts(texts: Record<string, object>): Promise<void> {
  await i18next.use(initReactI18next).init({ lng: "en", resources: { en: texts }, react: { useSuspense: false } });
}
