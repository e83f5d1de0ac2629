import { useTranslation } from "react-i18next";
import type { Notification } from "@/api/types";
import { formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import "./i18n/texts";

/** A notification as one sentence. */
export function useSentence(): (one: Notification) => string {
  const { t } = useTranslation("notifications");
  const language = useLanguage();
  return (one) => {
    const subscribers = one.kind === "milestone" && one.detail === "subscribers";
    if (!one.video && !subscribers) return t(($) => $.gone);
    const name = one.actor?.display_name ?? t(($) => $.somebody);
    const count = one.actors - 1;
    const who = count > 0 ? t(($) => $.others, { name, count }) : name;
    const title = one.video?.title ?? "";
    const amount = formatNumber(one.amount ?? 0, language);
    switch (one.kind) {
      case "milestone":
        return subscribers
          ? t(($) => $.sentences.subscribers, { amount })
          : t(($) => $.sentences.views, { title, amount });
      case "moderation":
        return one.detail === "approved"
          ? t(($) => $.sentences.approved, { title })
          : t(($) => $.sentences.rejected, { title });
      case "processing_finished":
        return t(($) => $.sentences.processing_finished, { title });
      case "processing_failed":
        return t(($) => $.sentences.processing_failed, { title });
      case "new_video":
      case "comment":
      case "reply":
      case "mention":
      case "heart": {
        const kind = one.kind;
        return t(($) => $.sentences[kind], { who, title });
      }
    }
  };
}
