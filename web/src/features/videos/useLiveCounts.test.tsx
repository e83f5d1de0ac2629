import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { Video } from "@/api/types";
import type { ChannelHandler } from "@/lib/realtime/RealtimeSocket";
import { RealtimeContext } from "@/lib/realtime/useChannel";
import { videoQuery } from "./queries";
import { useLiveCounts } from "./useLiveCounts";

const video = { video_id: "abc", view_count: 3, like_count: 1, dislike_count: null } as Video;

function show() {
  const client = new QueryClient();
  client.setQueryData(videoQuery("abc").queryKey, video);
  const handlers = new Map<string, ChannelHandler>();
  const socket = {
    subscribe: (channel: string, handler: ChannelHandler) => {
      handlers.set(channel, handler);
      return () => handlers.delete(channel);
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <RealtimeContext value={socket}>{children}</RealtimeContext>
    </QueryClientProvider>
  );
  const hook = renderHook(() => useLiveCounts("abc"), { wrapper });
  const say = (type: string, data: unknown) => act(() => handlers.get("video:abc")?.({ type, data }));
  return { hook, say, handlers, shown: () => client.getQueryData<Video>(videoQuery("abc").queryKey) };
}

describe("useLiveCounts", () => {
  it("takes over the fields that came and keeps the others", () => {
    const { hook, say, shown } = show();
    expect(hook.result.current).toBeUndefined();
    say("counts", { views: 10, viewers: 2 });
    expect(shown()).toMatchObject({ view_count: 10, like_count: 1, dislike_count: null });
    expect(hook.result.current).toBe(2);
    say("counts", { likes: 5 });
    expect(shown()).toMatchObject({ view_count: 10, like_count: 5 });
    expect(hook.result.current).toBe(2);
  });

  it("leaves other messages to others, and the channel with the page", () => {
    const { hook, say, shown, handlers } = show();
    say("comment.posted", { views: 99 });
    expect(shown()).toMatchObject({ view_count: 3 });
    hook.unmount();
    expect(handlers.size).toBe(0);
  });
});
