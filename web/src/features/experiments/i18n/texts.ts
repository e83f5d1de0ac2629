// Few people see this page, and the first view must not pay for its texts.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "experiments", en);
i18next.addResourceBundle("de", "experiments", de);
