import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { RecommendationRow } from "@/api/types";
import { ScrollRow } from "@/ui/ScrollRow";
import { RecommendedCard } from "../recommend/RecommendedCard";
import { stillShown } from "../recommend/refusals";
import { useRefusals } from "../recommend/useRefuse";
import { useCategoryName } from "../videos/useCategoryName";
import { becauseOf } from "./rowTitle";

/** As wide as a card is in a row. */
export const rowCard = "w-64 shrink-0 sm:w-76";

interface RecommendedRowProps {
  row: RecommendationRow;
  /** The first row of the page: its pictures are fetched at once. */
  first: boolean;
}

/** One line of recommended videos under a heading that says why. */
export function RecommendedRow({ row, first }: RecommendedRowProps) {
  const { t } = useTranslation("home");
  const { name, heading, why } = useRowTitle(row);
  const id = useId();
  const videos = stillShown(row.videos, useRefusals());
  if (videos.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold text-pretty">
        {heading}
      </h2>
      {why ? <p className="text-ink-muted">{why}</p> : null}
      <div className="mt-3">
        <ScrollRow backLabel={t(($) => $.rows.back, { row: name })} onLabel={t(($) => $.rows.on, { row: name })}>
          <ul aria-labelledby={id} className="flex gap-4">
            {videos.map((video, index) => (
              <li key={video.video_id} className={rowCard}>
                <RecommendedCard video={video} eager={first && index < 4} />
              </li>
            ))}
          </ul>
        </ScrollRow>
      </div>
    </section>
  );
}

interface RowTitle {
  name: string;
  heading: ReactNode;
  why?: string;
}

function useRowTitle(row: RecommendationRow): RowTitle {
  const { t } = useTranslation("home");
  const categoryName = useCategoryName();
  const plain = (name: string, why?: string): RowTitle => ({ name, heading: name, ...(why ? { why } : {}) });
  switch (row.kind) {
    case "continue":
      return plain(t(($) => $.rows.continue));
    case "subscriptions":
      return plain(t(($) => $.rows.subscriptions));
    case "for_you":
      return plain(
        t(($) => $.rows.forYou),
        t(($) => $.rows.forYouWhy),
      );
    case "because": {
      if (row.video === null || row.title === null) return plain(t(($) => $.rows.becauseSomething));
      const words = becauseOf(row) === "liked" ? t(($) => $.rows.becauseLiked) : t(($) => $.rows.becauseWatched);
      return {
        name: `${words} ${row.title}`,
        heading: (
          <>
            {words}{" "}
            <Link
              to="/watch/$videoId"
              params={{ videoId: row.video }}
              className="rounded-small underline decoration-line-strong underline-offset-4 hover:decoration-current"
            >
              {row.title}
            </Link>
          </>
        ),
      };
    }
    case "category": {
      const category = categoryName({ id: row.category ?? "", name: row.category ?? "" });
      return plain(
        t(($) => $.rows.category, { category }),
        t(($) => $.rows.categoryWhy),
      );
    }
    case "popular":
      return plain(
        t(($) => $.rows.popular),
        t(($) => $.rows.popularWhy),
      );
    case "fresh":
      return plain(
        t(($) => $.rows.fresh),
        t(($) => $.rows.freshWhy),
      );
  }
}
