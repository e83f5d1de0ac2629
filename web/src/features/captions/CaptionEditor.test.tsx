import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { api } from "@/api/client";
import type { CaptionInfo } from "@/api/types";
import { en as common } from "@/lib/i18n/en";
import { withTexts } from "@/testing/withTexts";
import { en } from "./i18n/en";
import { documentQuery } from "./queries";

const captions = { name: "en", label: "English", preferred: false } as CaptionInfo;
const history = createBrowserHistory();

let CaptionEditor: typeof import("./CaptionEditor").CaptionEditor;

beforeAll(async () => {
  await withTexts({ captions: en, common });
  // Its words come with it, and want texts to come to.
  ({ CaptionEditor } = await import("./CaptionEditor"));
});
afterEach(() => history.replace("/"));
afterAll(() => history.destroy());

async function open() {
  const client = new QueryClient();
  client.setQueryDefaults(documentQuery("abc", "en").queryKey, { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData(documentQuery("abc", "en").queryKey, {
    cues: [{ start: 0, end: 2, text: "Hello" }],
    tag: '"1"',
  } as never);
  const root = createRootRoute();
  const editor = () => <CaptionEditor videoId="abc" captions={captions} onClose={() => undefined} />;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: "/", component: editor }),
    createRoute({ getParentRoute: () => root, path: "/elsewhere", component: () => <p>Elsewhere</p> }),
  ]);
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createRouter({ routeTree, history }) as never} />
    </QueryClientProvider>,
  );
  await screen.findByLabelText("Words of line 1");
}

const type = (text: string) => fireEvent.change(screen.getByLabelText("Words of line 1"), { target: { value: text } });
const acting = (work: () => void) => act(() => Promise.resolve(work()));
const go = () => acting(() => history.push("/elsewhere"));
const closing = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

test("leaving asks while lines are not saved, and goes on when told so", async () => {
  await open();
  type("Hello there");
  await go();
  expect(await screen.findByText("Leave without saving?")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await vi.waitFor(() => expect(screen.queryByText("Leave without saving?")).toBeNull());
  expect(screen.getByDisplayValue("Hello there")).toBeTruthy();
  await go();
  fireEvent.click(await screen.findByRole("button", { name: "Leave" }));
  expect(await screen.findByText("Elsewhere")).toBeTruthy();
});

test("leaving does not ask while nothing is changed", async () => {
  await open();
  await go();
  expect(await screen.findByText("Elsewhere")).toBeTruthy();
});

test("closing the page asks while lines are not saved", async () => {
  await open();
  expect(closing()).toBe(false);
  type("Hello there");
  expect(closing()).toBe(true);
});

test("what is typed while the lines are being saved is not saved yet", async () => {
  await open();
  let answer: () => void = () => undefined;
  vi.spyOn(api, "PUT").mockReturnValue(
    new Promise((done) => {
      answer = () => done({ response: new Response(null, { status: 204 }) });
    }),
  );
  const save = () => acting(() => fireEvent.click(screen.getByRole("button", { name: "Save" })));
  type("Hello there");
  await save();
  type("Hello there, you");
  await acting(answer);
  expect(screen.getByText("Not saved yet")).toBeTruthy();
  await save();
  await vi.waitFor(() => expect(screen.queryByText("Not saved yet")).toBeNull());
});
