import { act, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { ExperimentsPage } from "@/features/experiments/ExperimentsPage";
import { en as experiments } from "@/features/experiments/i18n/en";
import { en as worldevents } from "@/features/worldevents/i18n/en";
import { WorldEventPage } from "@/features/worldevents/WorldEventPage";
import { WorldEventsPage } from "@/features/worldevents/WorldEventsPage";
import { renderInSite } from "@/testing/renderInSite";
import { turns } from "@/testing/turns";
import { withTexts } from "@/testing/withTexts";

beforeAll(() => withTexts({ experiments, worldevents }));
afterEach(() => vi.unstubAllGlobals());

const event = {
  event_id: "e",
  title: "Eclipse",
  began_at: "2026-08-12T17:00:00Z",
  video_count: 3,
  channel_count: 2,
  videos: [],
};

test.each<[string, ReactNode, object, string]>([
  ["experiments", <ExperimentsPage key="" />, { trials: [], experiments: [] }, experiments.none],
  ["world events", <WorldEventsPage key="" />, { events: [] }, worldevents.empty.title],
  ["one world event", <WorldEventPage key="" eventId="e" />, event, event.title],
])("what a page shows stays when it cannot be renewed: %s", async (_, page, answer, shown) => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(answer)));
  const queries = renderInSite(page);
  await screen.findByText(shown);
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({}, { status: 503 })));
  await act(() => queries.refetchQueries());
  await act(() => turns(5));
  expect(screen.getByText(shown)).toBeTruthy();
});
