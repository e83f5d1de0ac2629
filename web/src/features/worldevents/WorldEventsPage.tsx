import "./i18n/texts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Newspaper } from "lucide-react";
import { useTranslation } from "react-i18next";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { EventRow } from "./EventRow";
import { worldEventsQuery } from "./queries";

/** What several channels talk about now, each event with its latest videos. */
export function WorldEventsPage() {
  const { t } = useTranslation("worldevents");
  useTitle(t(($) => $.title));
  const { data } = useQuery({ ...worldEventsQuery, throwOnError: nothingToShow });
  return (
    <div className="px-4 pt-6 pb-12 sm:px-6">
      <h1 className="text-xl font-semibold">{t(($) => $.title)}</h1>
      <p className="mt-1 text-pretty text-ink-muted">{t(($) => $.text)}</p>
      <div className="mt-6 flex flex-col gap-10">
        {data ? (
          data.events.map((event) => <EventRow key={event.event_id} event={event} title={event.title} />)
        ) : (
          <EventsSkeleton />
        )}
      </div>
      {data?.events.length === 0 ? (
        <EmptyState
          picture={<Newspaper size={48} strokeWidth={1.5} />}
          title={t(($) => $.empty.title)}
          text={t(($) => $.empty.text)}
          action={
            <Link to="/trending" className={buttonClass("primary")}>
              {t(($) => $.empty.action)}
            </Link>
          }
        />
      ) : null}
    </div>
  );
}

function EventsSkeleton() {
  const { t } = useTranslation("common");
  return (
    <div aria-busy="true" aria-label={t(($) => $.loading)} role="status" className="flex flex-col gap-10">
      {[1, 2].map((row) => (
        <div key={row}>
          <Skeleton className="h-7 w-56" />
          <div className="mt-8 flex gap-4 overflow-hidden">
            {[1, 2, 3, 4].map((card) => (
              <Skeleton key={card} className="aspect-video w-64 shrink-0 rounded-card sm:w-76" />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
