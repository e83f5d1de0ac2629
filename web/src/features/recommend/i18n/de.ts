import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  notChanged: "Es wurde nichts geändert. {{reason}}",
  menu: {
    why: "Warum das?",
    notInterested: "Kein Interesse",
    notThisChannel: "Diesen Kanal nicht empfehlen",
  },
  refused: {
    video: "Das wird dir nicht mehr gezeigt.",
    channel: "{{name}} wird dir nicht mehr empfohlen.",
    undo: "Rückgängig",
  },
  why: {
    title: "Warum dieses Video?",
    liked: "Es passt zu dem, was dir gefallen hat:",
    likedSomething: "Es passt zu dem, was dir gefallen hat.",
    watched: "Es passt zu dem, was du gesehen hast:",
    watchedSomething: "Es passt zu dem, was du gesehen hast.",
    similar: "In Wörtern, Kategorie und Tags gleicht es",
    similarSomething: "In Wörtern, Kategorie und Tags gleicht es dem Video, neben dem es steht.",
    subscription: "Du folgst",
    subscriptionSomething: "Du folgst seinem Kanal.",
    channel: "Es ist ein weiteres von",
    channelSomething: "Es ist vom selben Kanal.",
    category: "Es gehört zu einer Kategorie, die du gewählt hast oder ansiehst: {{category}}.",
    categorySomething: "Es gehört zu einer Kategorie, die du gewählt hast oder ansiehst.",
    popular: "Viele hier sehen es sich an.",
    fresh: "Es ist neu hier.",
    explore:
      "Kaum jemand hat es bisher gesehen. Hin und wieder wird so eins gezeigt, damit Neues seine Chance bekommt.",
  },
  pick: {
    title: "Was magst du?",
    text: "Wähle für den Anfang ein paar Arten von Videos. Den Rest macht, was du ansiehst und was dir gefällt.",
  },
  taste: {
    title: "Was du unserer Meinung nach magst",
    text: "Daraus entstehen deine Empfehlungen. Nur du siehst es.",
    personalised: "Persönliche Empfehlungen",
    personalisedHint: "Aus: Alles Gelernte wird vergessen, und du siehst, was alle sehen.",
    off: {
      title: "Über dich wird nichts gelernt",
      text: "Was du ansiehst und was dir gefällt, hat keinen Einfluss auf deine Empfehlungen.",
    },
    weights: {
      title: "Mehr oder weniger",
      fresh: "Neue Videos",
      subscriptions: "Kanäle, denen du folgst",
      shorter: "Kurze Videos",
      values: { m2: "Viel weniger", m1: "Weniger", p0: "Wie es kommt", p1: "Mehr", p2: "Viel mehr" },
    },
    picked: "Von dir gewählt",
    pickedText: "Das zählt auch, bevor du etwas angesehen hast.",
    shares: {
      title: "Was uns das sagt",
      categories: "Kategorien",
      tags: "Tags",
      none: "Noch nichts. Sieh dir ein paar Videos an und schau dann wieder her.",
    },
    learned: {
      title: "Gelernt aus",
      how: {
        liked: "Gefällt dir",
        disliked: "Gefällt dir nicht",
        completed: "Bis zum Ende gesehen",
        watched: "Teilweise gesehen",
      },
      none: "Noch nichts.",
      forget: "„{{title}}“ vergessen",
      all: "Alle {{number}} zeigen",
    },
    refused: {
      title: "Was du nicht sehen willst",
      videos: "Videos",
      channels: "Kanäle",
      none: "Du hast nichts abgelehnt. Das geht im Menü jedes empfohlenen Videos.",
      takeBack: "Wieder zulassen",
      takeBackName: "„{{name}}“ wieder zulassen",
    },
    reset: {
      button: "Alles vergessen",
      text: "Von vorn: alles Gelernte und alles, was du abgelehnt hast.",
      title: "Alles vergessen?",
      confirm:
        "Alles geht, was aus deinen Videos und Likes gelernt wurde, und auch, was du abgelehnt hast. Dein Verlauf und deine Likes bleiben. Das lässt sich nicht rückgängig machen.",
      keep: "Behalten",
      done: "Alles ist vergessen",
    },
    forgotten: "Vergessen",
  },
};
