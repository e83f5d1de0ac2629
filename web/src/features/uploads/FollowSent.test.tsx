import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { api, session } from "@/api/client";
import { withTexts } from "@/testing/withTexts";
import { statusQuery } from "../videos/queries";
import { FollowSent } from "./FollowSent";
import { en } from "./i18n/en";
import { queue } from "./queue";
import type { Upload } from "./upload";

const upload = { id: "one", place: { uploadUrl: "/api/v1/tus/1", videoId: "abc" }, title: "A walk" } as Upload;

beforeAll(() => withTexts({ uploads: en }));

/** Follows a video that the server does not know. */
async function follow(signedIn: boolean) {
  vi.spyOn(session, "snapshot").mockReturnValue({ kind: signedIn ? "unknown" : "anonymous" });
  vi.spyOn(api, "GET").mockResolvedValue({ error: {}, response: new Response(null, { status: 404 }) });
  const forget = vi.spyOn(queue, "forget").mockReturnValue();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <FollowSent upload={upload} />
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(client.getQueryState(statusQuery("abc").queryKey)?.status).toBe("error"));
  return forget;
}

test("an upload whose video was deleted is forgotten", async () => {
  const forget = await follow(true);
  await vi.waitFor(() => expect(forget).toHaveBeenCalledWith("one"));
});

test("an upload stays when its video is hidden from who is signed out", async () => {
  const forget = await follow(false);
  expect(forget).not.toHaveBeenCalled();
});
