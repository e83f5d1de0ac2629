import "./i18n/texts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EventRow } from "./EventRow";
import { worldEventsQuery } from "./queries";

/** The largest event of these days as a row; nothing while there is none, or where they cannot be had. */
export function TalkedAbout() {
  const { t } = useTranslation("worldevents");
  const { data } = useQuery(worldEventsQuery);
  const largest = data?.events[0];
  return largest ? <EventRow event={largest} title={t(($) => $.talkedAbout, { event: largest.title })} /> : null;
}
