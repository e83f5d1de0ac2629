import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RecommendationReason } from "@/api/types";
import { useCategoryName } from "../videos/useCategoryName";

interface ReasonProps {
  reason: RecommendationReason;
  /** One of the links in it was followed. */
  onFollow: () => void;
}

const link = "rounded-small font-medium text-accent underline-offset-4 hover:underline";

/** Why a video is recommended, as a sentence that leads to what was liked, watched or followed. */
export function Reason({ reason: { kind, video, title, channel, category }, onFollow }: ReasonProps) {
  const { t } = useTranslation("recommend");
  const categoryName = useCategoryName();
  switch (kind) {
    case "liked":
    case "watched":
    case "similar":
      return video !== undefined && title !== undefined ? (
        <>
          {t(($) => $.why[kind])}{" "}
          <Link to="/watch/$videoId" params={{ videoId: video }} onClick={onFollow} className={link}>
            {title}
          </Link>
        </>
      ) : (
        t(($) => $.why[`${kind}Something`])
      );
    case "subscription":
    case "channel":
      return channel ? (
        <>
          {t(($) => $.why[kind])}{" "}
          <Link to="/@{$username}" params={{ username: channel.username }} onClick={onFollow} className={link}>
            {channel.display_name}
          </Link>
        </>
      ) : (
        t(($) => $.why[`${kind}Something`])
      );
    case "category":
      return category === undefined
        ? t(($) => $.why.categorySomething)
        : t(($) => $.why.category, { category: categoryName({ id: category, name: category }) });
    case "popular":
    case "fresh":
    case "explore":
      return t(($) => $.why[kind]);
  }
}
