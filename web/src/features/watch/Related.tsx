import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RecommendedVideo } from "@/api/types";
import { useKeptSwitch } from "@/lib/keptSwitch";
import { part } from "@/ui/part";
import { Skeleton } from "@/ui/Skeleton";
import { Switch } from "@/ui/Switch";
import { relatedQuery } from "../recommend/queries";
import { RecommendedMenu } from "../recommend/RecommendedMenu";
import { firstWelcome, refusalAt, stillShown } from "../recommend/refusals";
import { useRefusals } from "../recommend/useRefuse";
import { Thumbnail } from "../videos/Thumbnail";
import { usePreview } from "../videos/usePreview";
import { Ago, ViewCount } from "../videos/VideoFacts";
import { autoplay } from "./autoplay";
import { UpNext } from "./UpNext";

const Refused = part(async () => (await import("../recommend/Refused")).Refused);

interface RelatedProps {
  videoId: string;
  /** A list is being played, which goes on by itself. */
  inList: boolean;
}

/** What goes with the video, and the first of it next where somebody wants that. */
export function Related({ videoId, inList }: RelatedProps) {
  const { t } = useTranslation("watch");
  const { data, isPending } = useQuery(relatedQuery(videoId));
  const refusals = useRefusals();
  const goesOn = useKeptSwitch(autoplay);
  const related = data?.related ?? [];
  const next = firstWelcome(related, refusals);
  if (!isPending && related.length === 0) return null;
  return (
    <section aria-label={t(($) => $.related)} aria-busy={isPending}>
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-base font-semibold">{t(($) => $.related)}</h2>
        {inList ? null : (
          <Switch label={t(($) => $.autoplay)} checked={goesOn} onChange={autoplay.set} className="gap-2" />
        )}
      </div>
      <ul className="flex flex-col gap-3">
        {isPending ? (
          <RelatedSkeleton />
        ) : (
          stillShown(related, refusals).map((video) => {
            const refusal = refusalAt(refusals, video);
            return (
              <li key={video.video_id}>
                {refusal ? <Refused refusal={refusal} name={video.user.display_name} /> : <RelatedCard video={video} />}
              </li>
            );
          })
        )}
      </ul>
      {next && goesOn && !inList ? <UpNext key={videoId} videoId={videoId} next={next} /> : null}
    </section>
  );
}

function RelatedCard({ video }: { video: RecommendedVideo }) {
  const watch = { to: "/watch/$videoId", params: { videoId: video.video_id } } as const;
  const { preview, handlers } = usePreview(video.preview_url);
  return (
    <article {...handlers} className="flex gap-3">
      <Link {...watch} tabIndex={-1} aria-hidden className="w-40 shrink-0 rounded-control">
        <Thumbnail
          src={video.thumbnail_url}
          placeholder={video.thumbnail_placeholder}
          duration={video.duration}
          watchPosition={video.watch_position}
          preview={preview}
          className="rounded-control"
        />
      </Link>
      <div className="min-w-0 grow text-xs text-ink-muted">
        <h3 className="mb-1 text-sm leading-snug font-medium text-pretty text-ink">
          <Link {...watch} title={video.title} className="line-clamp-2 rounded-small">
            {video.title}
          </Link>
        </h3>
        <p className="truncate">{video.user.display_name}</p>
        <ViewCount count={video.view_count} />
        <span aria-hidden> · </span>
        <Ago time={video.published_at ?? video.created_at} />
      </div>
      <div className="-mt-2 -mr-2">
        <RecommendedMenu video={video} />
      </div>
    </article>
  );
}

const RelatedSkeleton = () =>
  [1, 2, 3, 4, 5, 6].map((key) => (
    <li key={key} className="flex gap-3">
      <Skeleton className="aspect-video w-40 shrink-0 rounded-control" />
      <div className="flex grow flex-col gap-2 pt-1">
        <Skeleton className="h-3.5 w-11/12" />
        <Skeleton className="h-3.5 w-3/5" />
        <Skeleton className="h-3 w-2/5" />
      </div>
    </li>
  ));
