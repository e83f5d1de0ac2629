import { describe, expect, test } from "vitest";
import { activeFilters, parseSearch, withFilter, withoutFilters } from "./state";

describe("the address of a search", () => {
  test("keeps what is known and drops the rest", () => {
    expect(
      parseSearch({ q: " sea horse ", type: "video", sort: "views", duration: "short", captions: "true", page: 3 }),
    ).toEqual({ q: "sea horse", sort: "views", duration: "short", captions: true });
    expect(parseSearch({ q: "a", sort: "luck", uploaded: "never", resolution: "8k", captions: false })).toEqual({
      q: "a",
    });
  });

  test("takes numbers and truths for the words they were typed as", () => {
    expect(parseSearch({ q: 1984, channel: 7 })).toEqual({ q: "1984", channel: "7" });
    expect(parseSearch({ q: true })).toEqual({ q: "true" });
    expect(parseSearch({ q: { nested: 1 } })).toEqual({});
  });

  test("has no filters of videos where others are looked for", () => {
    expect(parseSearch({ q: "a", type: "comment", duration: "long", sort: "date" })).toEqual({
      q: "a",
      type: "comment",
    });
  });

  test("cuts what the server would refuse, not in the middle of a character", () => {
    expect(parseSearch({ q: "🦭".repeat(501) }).q).toBe("🦭".repeat(500));
  });
});

describe("filters", () => {
  test("are set, taken away, listed and cleared", () => {
    const narrowed = withFilter({ q: "a", sort: "date" }, "category", "science");
    expect(activeFilters(narrowed)).toEqual(["sort", "category"]);
    expect(withFilter(narrowed, "sort", undefined)).toEqual({ q: "a", category: "science" });
    expect(withoutFilters(narrowed)).toEqual({ q: "a" });
  });
});
