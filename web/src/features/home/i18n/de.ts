import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  heading: "Videos",
  kinds: "Arten von Videos",
  everything: "Alle",
  trending: "Im Trend",
  newest: "Neueste Videos",
  rows: {
    continue: "Weiter ansehen",
    subscriptions: "Von Kanälen, denen du folgst",
    forYou: "Für dich ausgesucht",
    forYouWhy: "Nach dem, was du gesehen hast und was dir gefiel",
    becauseLiked: "Weil dir das gefallen hat:",
    becauseWatched: "Weil du das gesehen hast:",
    becauseSomething: "Nach dem, was du gesehen hast",
    category: "Beliebt in {{category}}",
    categoryWhy: "Eine Kategorie, die du gewählt hast oder ansiehst",
    popular: "Hier beliebt",
    popularWhy: "Was viele ansehen und was vielen gefällt",
    fresh: "Neu für dich",
    freshWhy: "Neuere Videos, die du noch nicht gesehen hast",
    back: "Zurück in „{{row}}“",
    on: "Mehr von „{{row}}“",
  },
  popular: "Am meisten gesehen",
  fresh: {
    title: "Noch hat niemand ein Video geteilt",
    text: "Deins kann das erste sein. Etwa eine Sekunde nach dem letzten Byte ist es abspielbar.",
    action: "Video hochladen",
  },
  noneOfKind: {
    title: "Noch keine Videos dieser Art",
    text: "Lade eins hoch oder sieh dir alles andere an.",
    action: "Alle Videos zeigen",
  },
};
