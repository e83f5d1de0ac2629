import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api } from "@/api/client";
import type { ProcessingStatus } from "@/api/types";
import { useVideoState } from "./useVideoState";

const encoding = { video_id: "abc", status: "processing", stage: "encoding", renditions: [] } as unknown;

/** The server's answers to each question after a video's status: `null` once it does not know the video. */
function follow(answers: (ProcessingStatus | null)[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let asked = 0;
  vi.spyOn(api, "GET").mockImplementation((path: string) => {
    if (!path.endsWith("/status")) return Promise.resolve({ data: {}, response: new Response() });
    const data = answers[Math.min(asked++, answers.length - 1)];
    return Promise.resolve(
      data ? { data, response: new Response() } : { error: {}, response: new Response(null, { status: 404 }) },
    );
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useVideoState("abc"), { wrapper });
  return { shown: () => result.current, asked: () => asked };
}

const pass = () => act(() => vi.advanceTimersByTimeAsync(20_000));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("asks on while a video moves", async () => {
  const { shown, asked } = follow([encoding as ProcessingStatus]);
  await pass();
  expect(asked()).toBeGreaterThan(5);
  expect(shown().gone).toBe(false);
});

test("asks no more once the video was deleted", async () => {
  const { shown, asked } = follow([encoding as ProcessingStatus, null]);
  await pass();
  expect(asked()).toBe(2);
  expect(shown().gone).toBe(true);
});
