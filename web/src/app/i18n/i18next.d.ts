import "i18next";
import type { en as captions } from "@/features/captions/i18n/en";
import type { en as experiments } from "@/features/experiments/i18n/en";
import type { en as library } from "@/features/library/i18n/en";
import type { en as notifications } from "@/features/notifications/i18n/en";
import type { en as playlists } from "@/features/playlists/i18n/en";
import type { en as recommend } from "@/features/recommend/i18n/en";
import type { en as search } from "@/features/search/i18n/en";
import type { en as storage } from "@/features/storage/i18n/en";
import type { en as trending } from "@/features/trending/i18n/en";
import type { en as worldevents } from "@/features/worldevents/i18n/en";
import type { texts } from "./en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    enableSelector: true;
    /** The last ones come with their page. */
    resources: typeof texts & {
      storage: typeof storage;
      playlists: typeof playlists;
      library: typeof library;
      captions: typeof captions;
      notifications: typeof notifications;
      recommend: typeof recommend;
      trending: typeof trending;
      worldevents: typeof worldevents;
      experiments: typeof experiments;
      search: typeof search;
    };
  }
}
