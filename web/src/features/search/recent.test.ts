import { beforeEach, expect, test } from "vitest";
import { RecentSearches } from "./recent";

let kept: string | null;
let recent: RecentSearches;

beforeEach(() => {
  kept = null;
  recent = new RecentSearches({
    get: () => kept,
    set: (value) => {
      kept = value;
    },
  });
});

test("the latest search stands first, once whatever its case", () => {
  for (const query of ["sea", "horse", "Sea"]) recent.add(query);
  expect(recent.list()).toEqual(["Sea", "horse"]);
});

test("ten are kept; one is removed, or all", () => {
  for (let n = 1; n <= 12; n += 1) recent.add(`query ${n}`);
  expect(recent.list()).toHaveLength(10);
  recent.remove("query 12");
  expect(recent.list()[0]).toBe("query 11");
  recent.clear();
  expect(recent.list()).toEqual([]);
  expect(kept).toBeNull();
});

test("what is not a list of texts is no search", () => {
  kept = "{broken";
  expect(recent.list()).toEqual([]);
  kept = '["sea", 3, null]';
  expect(recent.list()).toEqual(["sea"]);
});
