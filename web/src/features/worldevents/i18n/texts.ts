import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "worldevents", en);
i18next.addResourceBundle("de", "worldevents", de);
