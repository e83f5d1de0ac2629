// The texts of playlists come with their pages and dialogs: the first view must not pay for them.
import i18next from "i18next";
import { de } from "./de";
import { en } from "./en";

i18next.addResourceBundle("en", "playlists", en);
i18next.addResourceBundle("de", "playlists", de);
