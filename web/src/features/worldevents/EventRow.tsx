import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { WorldEvent } from "@/api/types";
import { buttonClass } from "@/ui/Button";
import { ScrollRow } from "@/ui/ScrollRow";
import { VideoCard } from "../videos/VideoCard";
import { EventFacts } from "./EventFacts";

interface EventRowProps {
  event: WorldEvent;
  /** Its heading, which leads to all of it. */
  title: string;
}

/** An event as a row of its latest videos. */
export function EventRow({ event, title }: EventRowProps) {
  const { t } = useTranslation("worldevents");
  const id = useId();
  const page = { to: "/events/$eventId", params: { eventId: event.event_id } } as const;
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <div>
          <h2 id={id} className="text-lg font-semibold text-pretty">
            <Link {...page} className="rounded-small hover:underline">
              {title}
            </Link>
          </h2>
          <EventFacts event={event} />
        </div>
        <Link {...page} aria-label={t(($) => $.allOf, { event: event.title })} className={buttonClass("ghost")}>
          {t(($) => $.all)}
        </Link>
      </div>
      <div className="mt-3">
        <ScrollRow
          backLabel={t(($) => $.back, { event: event.title })}
          onLabel={t(($) => $.on, { event: event.title })}
        >
          <ul aria-labelledby={id} className="flex gap-4">
            {event.videos.map((video) => (
              <li key={video.video_id} className="w-64 shrink-0 sm:w-76">
                <VideoCard video={video} heading="h3" />
              </li>
            ))}
          </ul>
        </ScrollRow>
      </div>
    </section>
  );
}
