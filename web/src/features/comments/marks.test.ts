import { describe, expect, test } from "vitest";
import { type Mark, marks } from "./marks";

const known = { names: ["ada"], duration: 120 };
const kinds = (text: string) => marks(text, known).map((mark) => mark.kind);

const plain = (parts: readonly Mark[]): string =>
  parts.map((part) => ("parts" in part ? plain(part.parts) : part.text)).join("");

describe("a comment's marks", () => {
  test("are bold, italic, code, links, people and times", () => {
    expect(marks("**a** *b* _c_ `d*e*` [f](https://example.org/) @Ada 1:30", known)).toEqual([
      { kind: "bold", parts: [{ kind: "text", text: "a" }] },
      { kind: "text", text: " " },
      { kind: "italic", parts: [{ kind: "text", text: "b" }] },
      { kind: "text", text: " " },
      { kind: "italic", parts: [{ kind: "text", text: "c" }] },
      { kind: "text", text: " " },
      { kind: "code", text: "d*e*" },
      { kind: "text", text: " " },
      { kind: "link", text: "f", href: "https://example.org/" },
      { kind: "text", text: " " },
      { kind: "mention", name: "ada", text: "@Ada" },
      { kind: "text", text: " " },
      { kind: "time", text: "1:30", seconds: 90 },
    ]);
  });

  test.each([
    ["@jane.doe", "@jane.doe"],
    ["ask @jane.doe.", "@jane.doe"],
    ["@Jane...", "@Jane"],
    ["@_ida,", "@_ida"],
  ])("of %s are people with dots and underscores", (text, name) => {
    const people = marks(text, { ...known, names: ["jane", "jane.doe", "_ida"] }).filter(
      (mark) => mark.kind === "mention",
    );
    expect(people).toEqual([{ kind: "mention", name: name.slice(1).toLowerCase(), text: name }]);
  });

  test("nest", () => {
    expect(marks("**see https://example.org/a**", known)).toEqual([
      {
        kind: "bold",
        parts: [
          { kind: "text", text: "see " },
          { kind: "link", text: "https://example.org/a", href: "https://example.org/a" },
        ],
      },
    ]);
  });

  test.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    "javascript:alert(1)",
    "2 * 3 * 4 and snake_case_name and **",
    "@nobody mail@ada.example 5:00",
    "`",
  ])("leave %s as text", (text) => expect(new Set(kinds(text))).toEqual(new Set(["text"])));

  test.each(["*", "**", "_", "[", "`", "[a](", "**a", "@", "1:", "http://"])("of many %s are found at once", (part) => {
    const text = part.repeat(10_000 / part.length);
    const begun = performance.now();
    expect(plain(marks(text, known)).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
});
