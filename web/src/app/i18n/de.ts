// All German texts, one namespace a feature; each feature keeps its own file.

import { de as auth } from "@/features/auth/i18n/de";
import { de as channel } from "@/features/channel/i18n/de";
import { de as comments } from "@/features/comments/i18n/de";
import { de as details } from "@/features/details/i18n/de";
import { de as engagement } from "@/features/engagement/i18n/de";
import { de as home } from "@/features/home/i18n/de";
import { de as player } from "@/features/player/i18n/de";
import { de as processing } from "@/features/processing/i18n/de";
import { de as searchField } from "@/features/search/i18n/field/de";
import { de as settings } from "@/features/settings/i18n/de";
import { de as setup } from "@/features/setup/i18n/de";
import { de as studio } from "@/features/studio/i18n/de";
import { de as uploads } from "@/features/uploads/i18n/de";
import { de as videos } from "@/features/videos/i18n/de";
import { de as watch } from "@/features/watch/i18n/de";
import { de as common } from "@/lib/i18n/de";
import { de as shell } from "../shell/i18n/de";

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
