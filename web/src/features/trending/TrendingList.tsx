import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TrendingUp } from "lucide-react";
import { use } from "react";
import { useTranslation } from "react-i18next";
import type { TrendingVideo } from "@/api/types";
import { formatCompact } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { nothingToShow } from "@/lib/nothingToShow";
import { buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { CardActions } from "../videos/cardActions";
import { Thumbnail } from "../videos/Thumbnail";
import { usePreview } from "../videos/usePreview";
import { Ago, ViewCount } from "../videos/VideoFacts";
import { type TrendingFilter, trendingQuery } from "./queries";

interface TrendingListProps {
  range: NonNullable<TrendingFilter["range"]>;
  category: string | undefined;
}

/** The ranking of a period. */
export function TrendingList({ range, category }: TrendingListProps) {
  const { t } = useTranslation("trending");
  const { data } = useQuery({
    ...trendingQuery({ range, ...(category === undefined ? {} : { category }) }),
    throwOnError: nothingToShow,
  });
  if (!data) return <ListSkeleton />;
  if (data.trending.length === 0) return <Nothing />;
  return (
    <ol aria-label={t(($) => $.title)} className="flex flex-col gap-5">
      {data.trending.map((video, index) => (
        <li key={video.video_id}>
          <Ranked video={video} place={index + 1} />
        </li>
      ))}
    </ol>
  );
}

const placeClass = "tabular w-6 shrink-0 text-center text-base font-semibold sm:w-10 sm:text-lg";
const pictureClass = "w-32 shrink-0 sm:w-64";

function Ranked({ video, place }: { video: TrendingVideo; place: number }) {
  const { t } = useTranslation("trending");
  const language = useLanguage();
  const watch = { to: "/watch/$videoId", params: { videoId: video.video_id } } as const;
  const { preview, handlers } = usePreview(video.preview_url);
  const actions = use(CardActions);
  return (
    <article {...handlers} className="flex gap-3 sm:gap-4">
      <p className={placeClass}>
        <span className="sr-only">{t(($) => $.place, { place })}</span>
        <span aria-hidden>{place}</span>
      </p>
      <Link {...watch} tabIndex={-1} aria-hidden className={`${pictureClass} rounded-card`}>
        <Thumbnail
          src={video.thumbnail_url}
          placeholder={video.thumbnail_placeholder}
          duration={video.duration}
          watchPosition={video.watch_position}
          preview={preview}
          eager={place <= 3}
        />
      </Link>
      <div className="min-w-0 grow text-xs text-ink-muted sm:text-sm">
        <h2 className="text-sm leading-snug font-medium text-pretty text-ink sm:text-base">
          <Link {...watch} title={video.title} className="line-clamp-2 rounded-small">
            {video.title}
          </Link>
        </h2>
        <Link
          to="/@{$username}"
          params={{ username: video.user.username }}
          className="mt-0.5 block w-fit max-w-full truncate rounded-small leading-6 hover:text-ink"
        >
          {video.user.display_name}
        </Link>
        <p>
          <ViewCount count={video.view_count} />
          {video.like_count > 0 ? (
            <>
              <span aria-hidden> · </span>
              <span className="tabular">
                {t(($) => $.likes, { count: video.like_count, likes: formatCompact(video.like_count, language) })}
              </span>
            </>
          ) : null}
          <span aria-hidden> · </span>
          <Ago time={video.published_at ?? video.created_at} />
        </p>
      </div>
      {actions ? <div className="-mt-2 -mr-2">{actions(video)}</div> : null}
    </article>
  );
}

function Nothing() {
  const { t } = useTranslation("trending");
  return (
    <EmptyState
      picture={<TrendingUp size={48} strokeWidth={1.5} />}
      title={t(($) => $.empty.title)}
      text={t(($) => $.empty.text)}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t(($) => $.empty.action)}
        </Link>
      }
    />
  );
}

function ListSkeleton() {
  const { t } = useTranslation("common");
  return (
    <ul aria-busy="true" aria-label={t(($) => $.loading)} className="flex flex-col gap-5">
      {[1, 2, 3, 4, 5, 6].map((key) => (
        <li key={key} className="flex gap-3 sm:gap-4">
          <span className={placeClass} />
          <Skeleton className={`${pictureClass} aspect-video rounded-card`} />
          <div className="flex grow flex-col gap-2 pt-1">
            <Skeleton className="h-4 w-4/5" />
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </li>
      ))}
    </ul>
  );
}
