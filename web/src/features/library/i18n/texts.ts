// The texts of the library come with its pages: the first view must not pay for them.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "library", en);
i18next.addResourceBundle("de", "library", de);
