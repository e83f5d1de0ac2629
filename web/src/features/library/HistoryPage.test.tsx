import { screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { en as common } from "@/lib/i18n/en";
import { refuseSecondPage } from "@/testing/endlessList";
import { renderInSite } from "@/testing/renderInSite";
import { withTexts } from "@/testing/withTexts";
import { HistoryPage } from "./HistoryPage";
import { en } from "./i18n/en";

beforeAll(() => withTexts({ common, library: en }));
afterEach(() => vi.unstubAllGlobals());

test("a history whose next page does not come says so and asks once", async () => {
  const asked = refuseSecondPage({ videos: [{ video_id: "v", video: null, watched_at: "2026-01-01T00:00:00Z" }] });
  renderInSite(<HistoryPage />);
  await screen.findByRole("button", { name: common.retry });
  expect(await asked()).toBe(1);
});
