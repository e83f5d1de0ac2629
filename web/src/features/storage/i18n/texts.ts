// The texts of the storage page come with it: few people see it, and the first view must not pay for it.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "storage", en);
i18next.addResourceBundle("de", "storage", de);
