import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { api } from "@/api/client";
import type { Video } from "@/api/types";
import { useReadiness } from "./useReadiness";

const video = { video_id: "abc", status: "processing", stage: "encoding", renditions: [] } as unknown as Video;

afterEach(() => vi.useRealTimers());

test("a video that is deleted while it is prepared is not asked after any more", async () => {
  vi.useFakeTimers();
  const asked: string[] = [];
  vi.spyOn(api, "GET").mockImplementation((path: string) => {
    asked.push(path);
    return Promise.resolve({ error: {}, response: new Response(null, { status: 404 }) });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  renderHook(() => useReadiness(video), { wrapper });
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(asked.filter((path) => path.endsWith("/status"))).toHaveLength(1);
});
