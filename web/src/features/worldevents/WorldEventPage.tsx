import "./i18n/texts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Newspaper } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/api/problem";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { VideoCard } from "../videos/VideoCard";
import { EventFacts } from "./EventFacts";
import { worldEventQuery } from "./queries";

const isGone = (error: Error | null) => error instanceof ProblemError && error.status === 404;

/** All videos of one event, the latest first. */
export function WorldEventPage({ eventId }: { eventId: string }) {
  const { t } = useTranslation("worldevents");
  const { data, error } = useQuery({
    ...worldEventQuery(eventId),
    throwOnError: (problem, query) => nothingToShow(problem, query) && !isGone(problem),
  });
  useTitle(data?.title ?? t(($) => $.title));
  if (isGone(error)) {
    return (
      <EmptyState
        heading="h1"
        picture={<Newspaper size={48} strokeWidth={1.5} />}
        title={t(($) => $.gone.title)}
        text={t(($) => $.gone.text)}
        action={<Others />}
      />
    );
  }
  return (
    <div className="px-4 pt-6 pb-12 sm:px-6">
      {data ? (
        <>
          <div className="flex flex-wrap items-start justify-between gap-4">
            <div>
              <h1 className="text-xl font-semibold text-pretty">{data.title}</h1>
              <EventFacts event={data} />
            </div>
            <Others />
          </div>
          <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(min(100%,17.5rem),1fr))] gap-x-4 gap-y-8">
            {data.videos.map((video, index) => (
              <li key={video.video_id}>
                <VideoCard video={video} heading="h2" eager={index < 4} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Skeleton className="h-7 w-56" />
      )}
    </div>
  );
}

function Others() {
  const { t } = useTranslation("worldevents");
  return (
    <Link to="/events" className={buttonClass("secondary")}>
      {t(($) => $.others)}
    </Link>
  );
}
