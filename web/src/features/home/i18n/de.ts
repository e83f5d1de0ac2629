import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  heading: "Videos",
  kinds: "Arten von Videos",
  newest: "Neu",
  popular: "Am meisten gesehen",
  earlierKinds: "Vorige Arten",
  moreKinds: "Weitere Arten",
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
