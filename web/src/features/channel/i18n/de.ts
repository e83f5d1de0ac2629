import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  videos: "Videos",
  playlists: "Playlists",
  about: "Kanalinfo",
  parts: "Teile des Kanals",
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
