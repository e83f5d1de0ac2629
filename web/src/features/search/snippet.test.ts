import { expect, test } from "vitest";
import { snippetParts } from "./snippet";

const show = (text: string, ...marks: [from: number, to: number][]) =>
  snippetParts({ text, marks: marks.map(([from, to]) => ({ from, to })) })
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join("|");

test("a snippet falls into what is marked and what is not", () => {
  expect(show("a sea horse", [2, 5])).toBe("a |[sea]| horse");
  expect(show("sea horse", [0, 3], [4, 9])).toBe("[sea]| |[horse]");
  expect(show("sea horse")).toBe("sea horse");
  expect(show("")).toBe("");
});

test("markup in it stays text", () => {
  expect(show("<b>sea</b>", [3, 6])).toBe("<b>|[sea]|</b>");
});

test("marks out of order, one over the other or beyond the end lose no letter and double none", () => {
  expect(show("abcdef", [4, 6], [0, 2])).toBe("[ab]|cd|[ef]");
  expect(show("abcdef", [0, 4], [2, 5])).toBe("[abcd]|[e]|f");
  expect(show("abcdef", [0, 5], [1, 3])).toBe("[abcde]|f");
  expect(show("abc", [1, 9], [20, 30])).toBe("a|[bc]");
});
