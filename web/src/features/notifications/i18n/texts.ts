// The texts of notifications come with their pages: the first view must not pay for them.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "notifications", en);
i18next.addResourceBundle("de", "notifications", de);
