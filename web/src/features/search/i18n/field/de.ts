import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  search: "Suchen",
  placeholder: "Videos suchen, und was darin gesagt wird",
  open: "Suchen",
  close: "Suche schließen",
  clear: "Feld leeren",
  suggestions: "Vorschläge",
  recent: "Deine letzten Suchen",
  recentNote: "Nur in diesem Browser gespeichert",
  remove: "„{{query}}“ vergessen",
  forgetAll: "Alle vergessen",
  kinds: { video: "Video", channel: "Kanal", playlist: "Playlist", query: "Beliebt" },
  count_one: "{{count}} Vorschlag",
  count_other: "{{count}} Vorschläge",
};
