import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  views_one: "{{views}} Aufruf",
  views_other: "{{views}} Aufrufe",
  noViews: "Noch keine Aufrufe",
  videos_one: "{{videos}} Video",
  videos_other: "{{videos}} Videos",
  watched: "{{percent}} % gesehen",
  loadingMore: "Weitere Videos werden geladen",
  length: "Länge {{time}}",
  private: "Privat",
  unlisted: "Nicht gelistet",
  saveToPlaylist: "In Playlist speichern",
  actionsOn: "Aktionen für {{title}}",
  categories: {
    film: "Film",
    autos: "Autos",
    music: "Musik",
    pets: "Tiere",
    sports: "Sport",
    travel: "Reisen",
    gaming: "Spiele",
    people: "Menschen",
    comedy: "Komik",
    entertainment: "Unterhaltung",
    news: "Nachrichten",
    howto: "Anleitungen",
    education: "Lernen",
    science: "Wissenschaft",
    nonprofit: "Gute Zwecke",
  },
};
