import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  videos: "Videos",
  live: "Live",
  about: "Kanalinfo",
  parts: "Teile des Kanals",
  notLive: {
    title: "Gerade nicht live",
    text: "Wenn dieser Kanal live geht, erscheint es hier.",
  },
  noWords: "Dieser Kanal hat noch nichts über sich geschrieben.",
  since: "Dabei seit {{date}}",
  more: "Mehr über diesen Kanal",
  edit: "Deinen Kanal bearbeiten",
  empty: {
    title: "Noch keine öffentlichen Videos",
    text: "Schau ein andermal wieder vorbei.",
    own: "Hier stehen nur öffentliche Videos. Lade eins hoch oder veröffentliche eins von deinen.",
    upload: "Video hochladen",
    yourVideos: "Deine Videos",
  },
};
