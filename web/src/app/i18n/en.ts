// All English texts, one namespace a feature; each feature keeps its own file.

import { en as auth } from "@/features/auth/i18n/en";
import { en as channel } from "@/features/channel/i18n/en";
import { en as comments } from "@/features/comments/i18n/en";
import { en as details } from "@/features/details/i18n/en";
import { en as engagement } from "@/features/engagement/i18n/en";
import { en as home } from "@/features/home/i18n/en";
import { en as player } from "@/features/player/i18n/en";
import { en as processing } from "@/features/processing/i18n/en";
import { en as searchField } from "@/features/search/i18n/field/en";
import { en as settings } from "@/features/settings/i18n/en";
import { en as setup } from "@/features/setup/i18n/en";
import { en as studio } from "@/features/studio/i18n/en";
import { en as uploads } from "@/features/uploads/i18n/en";
import { en as videos } from "@/features/videos/i18n/en";
import { en as watch } from "@/features/watch/i18n/en";
import { en as common } from "@/lib/i18n/en";
import { en as shell } from "../shell/i18n/en";

export const texts = {
  auth,
  channel,
  comments,
  common,
  details,
  engagement,
  home,
  player,
  processing,
  searchField,
  settings,
  setup,
  shell,
  studio,
  uploads,
  videos,
  watch,
};
