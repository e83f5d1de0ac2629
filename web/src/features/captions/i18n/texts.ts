import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

/** The words of captions come with them, not with the first page. */
i18next.addResourceBundle("en", "captions", en);
i18next.addResourceBundle("de", "captions", de);
