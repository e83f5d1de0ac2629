import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Willkommen auf deinem Vidstead",
  text: "Lege dein Konto an. Es verwaltet die Seite als erstes.",
  submit: "Verwalterkonto anlegen",
  already: {
    title: "Diese Seite ist eingerichtet",
    text: "Sie wird schon verwaltet, und der einmalige Link ist verbraucht.",
    action: "Anmelden",
  },
  noToken: {
    title: "Öffne den einmaligen Link",
    text: "Der Server hat beim Start einen Link ausgegeben, der mit der Adresse dieser Seite beginnt. Er endet mit einem Geheimnis, das nur kennt, wer den Server gestartet hat. Starte den Server neu, um einen neuen zu bekommen.",
    action: "Erst umsehen",
  },
};
