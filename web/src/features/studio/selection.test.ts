import { describe, expect, test } from "vitest";
import { allOf, NOTHING, type Selection, toggle, toggleAll, within } from "./selection";

const rows = ["a", "b", "c", "d", "e"];
const chosen = ({ ids }: Selection) => rows.filter((row) => ids.has(row)).join("");

describe("choosing rows", () => {
  test("one by one, on and off", () => {
    let selection = toggle(NOTHING, rows, "b", false);
    selection = toggle(selection, rows, "d", false);
    expect(chosen(selection)).toBe("bd");
    expect(chosen(toggle(selection, rows, "b", false))).toBe("d");
  });

  test("a range from the last one touched, in both directions, on and off", () => {
    const some = toggle(toggle(NOTHING, rows, "d", false), rows, "b", true);
    expect(chosen(some)).toBe("bcd");
    const less = toggle(toggle(some, rows, "c", false), rows, "d", true);
    expect(chosen(less)).toBe("b");
  });

  test("a range without a beginning, or from a row that is gone, is that row", () => {
    expect(chosen(toggle(NOTHING, rows, "c", true))).toBe("c");
    expect(chosen(toggle({ ids: new Set(), anchor: "gone" }, rows, "c", true))).toBe("c");
  });

  test("all, then none", () => {
    const all = toggleAll(toggle(NOTHING, rows, "c", false), rows);
    expect(allOf(all, rows)).toBe(true);
    expect(allOf(toggle(all, rows, "a", false), rows)).toBe("some");
    expect(allOf(toggleAll(all, rows), rows)).toBe(false);
    expect(allOf(NOTHING, [])).toBe(false);
  });

  test("rows that are no longer shown are no longer chosen", () => {
    const all = toggleAll(NOTHING, rows);
    expect(chosen(within(all, ["b", "x"]))).toBe("b");
    expect(within(all, rows)).toBe(all);
  });
});
