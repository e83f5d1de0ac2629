import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { api } from "@/api/client";
import type { Video } from "@/api/types";
import { en as common } from "@/lib/i18n/en";
import { withTexts } from "@/testing/withTexts";
import { categoriesQuery, videoQuery } from "../videos/queries";
import { DetailsForm } from "./DetailsForm";
import { en } from "./i18n/en";

const first = { title: "A walk", description: "", tags: [], privacy: "unlisted", premium: false };
const answer = (data: Video) => Promise.resolve({ data, response: new Response() });

beforeAll(() => withTexts({ details: en, common }));

/** A video's form in a browser whose server takes every change. */
function world(videoId: string) {
  let video = { ...first, video_id: videoId } as unknown as Video;
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const { queryKey } = videoQuery(videoId);
  client.setQueryData(queryKey, video);
  client.setQueryData(categoriesQuery.queryKey, { categories: [] });
  vi.spyOn(api, "GET").mockImplementation(() => answer(video));
  vi.spyOn(api, "PATCH").mockImplementation((_, { body }: { body?: unknown }) => {
    video = { ...video, ...(body as Partial<Video>) };
    return answer(video);
  });
  const open = () =>
    render(
      <QueryClientProvider client={client}>
        <DetailsForm videoId={videoId} />
      </QueryClientProvider>,
    );
  const saved = (changes: Partial<Video>) =>
    waitFor(() => expect(client.getQueryData(queryKey)).toMatchObject(changes));
  const editElsewhere = (changes: Partial<Video>) => client.setQueryData(queryKey, { ...video, ...changes });
  return { open, saved, editElsewhere };
}

test("a choice that was saved gives way to what is set elsewhere after it", async () => {
  const { open, saved, editElsewhere } = world("chosen");
  const form = open();
  fireEvent.click(screen.getByRole("radio", { name: /Private/ }));
  form.unmount();
  await saved({ privacy: "private" });
  editElsewhere({ privacy: "public" });
  open();
  expect(screen.getByRole<HTMLInputElement>("radio", { checked: true }).value).toBe("public");
});

test("words that were saved as the page was left give way to what is written elsewhere after them", async () => {
  const { open, saved, editElsewhere } = world("typed");
  const form = open();
  fireEvent.change(screen.getByLabelText(/Title/), { target: { value: "A long walk" } });
  form.unmount();
  await saved({ title: "A long walk" });
  editElsewhere({ title: "A short walk" });
  open();
  expect(screen.getByDisplayValue("A short walk")).toBeTruthy();
});
