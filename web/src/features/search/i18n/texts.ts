// The texts of the results come with their page: the first view must not pay for them.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "search", en);
i18next.addResourceBundle("de", "search", de);
