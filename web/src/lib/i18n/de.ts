import type { en } from "./en";
import type { Translation } from "./translation";

export const de: Translation<typeof en> = {
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  saved: "Gespeichert",
  delete: "Löschen",
  retry: "Noch einmal versuchen",
  goHome: "Zur Startseite",
  copyLink: "Link kopieren",
  copied: "Link kopiert",
  loading: "Wird geladen",
  reload: "Neu laden",
  partMissing:
    "Ein Teil dieser Seite wurde nicht geladen. Prüfe deine Verbindung und versuche es noch einmal, oder lade die Seite neu.",
  problems: {
    network: "Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.",
    limited: "Zu viele Versuche in kurzer Zeit. Warte einen Moment und versuche es noch einmal.",
    forbidden: "Das darfst du nicht.",
    notFound: "Das gibt es hier nicht mehr.",
    conflict: "Das wurde inzwischen anderswo geändert. Lade neu und versuche es noch einmal.",
    unavailable: "Der Server ist beschäftigt. Versuche es gleich noch einmal.",
    internal:
      "Auf dem Server ist etwas schiefgegangen. Versuche es noch einmal; bleibt es dabei, sag es denen, die diese Seite betreiben.",
  },
};
