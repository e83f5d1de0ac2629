import { setLanguage } from "media-chrome/dist/utils/i18n.js";
import { useEffect, useState } from "react";
import { useLanguage } from "@/lib/i18n/language";

/** The language set last, which new elements take. */
let latest = "en";

/** Lets media-chrome speak the reader's language; its elements take their words once, so a change wants a new key. */
export function useChromeLanguage(): string {
  const language = useLanguage();
  const [spoken, setSpoken] = useState(latest);
  useEffect(() => {
    let wanted = true;
    const ready = language === "de" ? import("media-chrome/dist/lang/de.js") : Promise.resolve();
    void ready.then(() => {
      if (!wanted) return;
      setLanguage(language);
      latest = language;
      setSpoken(language);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return spoken;
}
