// The texts of menus and of the profile come with them: the first view must not pay for them.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "recommend", en);
i18next.addResourceBundle("de", "recommend", de);
