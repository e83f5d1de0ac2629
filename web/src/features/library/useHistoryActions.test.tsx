import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { api } from "@/api/client";
import { withTexts } from "@/testing/withTexts";
import { localPositions } from "../player/report";
import { en } from "./i18n/en";
import { useHistoryActions } from "./useHistoryActions";

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

beforeAll(() => withTexts({ library: en }));

beforeEach(() => {
  vi.spyOn(api, "DELETE").mockResolvedValue({ response: new Response(null, { status: 204 }) });
  localPositions.set("a", 40);
  localPositions.set("b", 50);
});

afterEach(() => localPositions.clear());

test("this browser forgets where a video was left that leaves the history", async () => {
  const { result } = renderHook(useHistoryActions, { wrapper });
  result.current.remove.mutate("a");
  await waitFor(() => expect(localPositions.get("a")).toBeUndefined());
  expect(localPositions.get("b")).toBe(50);
});

test("a cleared history leaves no position in this browser", async () => {
  const { result } = renderHook(useHistoryActions, { wrapper });
  result.current.clear.mutate();
  await waitFor(() => expect(localPositions.get("b")).toBeUndefined());
});
