// The texts of this page come with it: the first view must not pay for them.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "trending", en);
i18next.addResourceBundle("de", "trending", de);
