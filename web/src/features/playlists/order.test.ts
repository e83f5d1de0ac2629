import { expect, test } from "vitest";
import type { PlaylistEntry } from "@/api/types";
import { entriesOf, entryAfter, moved, neighbourAt, type Pages, without } from "./order";

const entry = (id: string, seen = true) =>
  ({ item_id: id, available: seen, video: seen ? { video_id: `v-${id}` } : null }) as PlaylistEntry;

const pages = (...lists: string[][]): Pages => ({
  pageParams: lists.map(() => null),
  pages: lists.map((ids) => ({
    videos: ids.map((id) => entry(id)),
    pagination: { page: 1, limit: 2, total: 5, has_more: false, next_cursor: null },
  })),
});

const ids = (data: Pages) => data.pages.map((page) => page.videos.map(({ item_id }) => item_id).join(""));

test("an entry moves across pages, which keep their lengths", () => {
  const five = pages(["a", "b"], ["c", "d"], ["e"]);
  expect(ids(moved(five, "a", 4))).toEqual(["bc", "de", "a"]);
  expect(ids(moved(five, "e", 0))).toEqual(["ea", "bc", "d"]);
  expect(ids(moved(five, "c", 2))).toEqual(["ab", "cd", "e"]);
  expect(moved(five, "x", 0)).toBe(five);
});

test("the neighbour is the one before, whichever way it went", () => {
  const list = entriesOf(pages(["a", "b", "c", "d"]));
  expect(neighbourAt(list, "a", 2)).toBe("c");
  expect(neighbourAt(list, "d", 1)).toBe("a");
  expect(neighbourAt(list, "c", 0)).toBeNull();
  expect(neighbourAt(list, "a", 3)).toBe("d");
});

test("a removed entry is gone and no longer counted", () => {
  const after = without(pages(["a", "b"], ["c"]), "b");
  expect(ids(after)).toEqual(["a", "c"]);
  expect(after.pages[1]?.pagination.total).toBe(4);
  expect(without(after, "b").pages[0]?.pagination.total).toBe(4);
});

test("what may not be seen is left out when playing on", () => {
  const list = [entry("a"), entry("b", false), entry("c")];
  expect(entryAfter(list, "v-a")?.item_id).toBe("c");
  expect(entryAfter(list, "v-c")).toBeUndefined();
  expect(entryAfter(list, "v-x")).toBeUndefined();
});
