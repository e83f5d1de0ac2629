import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  more: "Mehr",
  less: "Weniger",
  description: "Beschreibung",
  chapters: "Kapitel",
  transcript: "Transkript",
  share: "Teilen",
  save: "Speichern",
  edit: "Bearbeiten",
  related: "Weitere Videos",
  jumpTo: "Zu {{time}} springen",
  shareDialog: {
    title: "Dieses Video teilen",
    link: "Link",
    startAt: "Bei {{time}} beginnen",
    elsewhere: "Anderswo teilen",
    private: "Dieses Video ist privat: Der Link nützt niemandem außer dir.",
  },
  watchingNow_one: "{{viewers}} schaut gerade zu",
  watchingNow_other: "{{viewers}} schauen gerade zu",
  making: "Weitere Qualitäten entstehen: {{percent}} %",
  waiting: {
    uploading: "Die Datei ist noch unterwegs",
    queued: "Wartet, bis es an der Reihe ist",
    probing: "Die Datei wird angesehen",
    publishing: "Gleich so weit",
    text: "Hier beginnt es von selbst, sobald es abspielbar ist.",
    left: "Noch etwa {{time}}",
    progress: "Fortschritt",
  },
  locked: {
    title: "Dieses Video ist nur für Leute mit Zugang",
    text: "Wer es abspielen darf, entscheidet, wem es gehört.",
    signIn: "Melde dich an, wenn du dazugehörst.",
  },
  failed: {
    title: "Aus diesem Video wurde nichts",
    text: "Vielleicht ist die Datei beschädigt oder von einer Art, die sich nicht lesen lässt.",
    action: "Andere Datei hochladen",
  },
};
