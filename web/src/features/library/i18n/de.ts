import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  library: "Bibliothek",
  history: "Verlauf",
  playlists: "Playlists",
  all: "Alle",
  allOf: "Alle aus {{title}}",
  noPlaylists: "Du hast noch keine Playlists. „Speichern“ neben einem Video legt eine an.",
  noLikes: "Hier stehen Videos, die dir gefallen.",
  pause: "Verlauf anhalten",
  pauseHint: "Was du inzwischen ansiehst, wird nicht behalten, auch nicht, wo du aufgehört hast.",
  paused: "Dein Verlauf ist angehalten.",
  resumed: "Was du ansiehst, wird wieder behalten.",
  clear: "Verlauf löschen",
  clearTitle: "Deinen Verlauf löschen?",
  clearText:
    "Alles, was du angesehen hast, wird vergessen, auch, wo du aufgehört hast. Das lässt sich nicht zurücknehmen.",
  keep: "Behalten",
  cleared: "Dein Verlauf ist leer.",
  watched: "Angesehen",
  remove: "{{title}} aus deinem Verlauf entfernen",
  removed: "Aus deinem Verlauf entfernt",
  unavailable: "Dieses Video ist nicht mehr verfügbar",
  notChanged: "Das wurde nicht gespeichert. {{reason}}",
  empty: {
    title: "Noch nichts angesehen",
    text: "Was du ansiehst, steht hier, und wo du aufgehört hast.",
    action: "Etwas zum Ansehen finden",
  },
};
