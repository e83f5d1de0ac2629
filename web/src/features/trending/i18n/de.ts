import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  title: "Im Trend",
  text: "Was viele verschiedene Leute ansehen, mögen und teilen. Klicks von wenigen zählen nicht wie viele.",
  events: "Was in der Welt geschieht",
  ranges: { label: "Zeitraum", day: "Heute", week: "Woche", month: "Monat", all: "Jahr" },
  kinds: "Arten von Videos",
  everything: "Alle",
  likes_one: "{{likes}} Like",
  likes_other: "{{likes}} Likes",
  place: "Platz {{place}}",
  empty: {
    title: "Noch sticht nichts heraus",
    text: "Sobald Leute Videos dieser Art ansehen und mögen, stehen sie hier. Ein längerer Zeitraum zeigt vielleicht welche.",
    action: "Alle Videos zeigen",
  },
};
