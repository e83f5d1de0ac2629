import { describe, expect, test } from "vitest";
import { textParts } from "./RichText";

describe("somebody's words", () => {
  test("get links for web addresses, without the sentence's own marks", () => {
    expect(textParts("See https://example.org/a?b=1, and (https://example.org/c).")).toEqual([
      { kind: "text", text: "See " },
      { kind: "link", text: "https://example.org/a?b=1", href: "https://example.org/a?b=1" },
      { kind: "text", text: ", and (" },
      { kind: "link", text: "https://example.org/c", href: "https://example.org/c" },
      { kind: "text", text: ")." },
    ]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "<script>", "https://"])(
    "never make a link of %s",
    (text) => expect(textParts(text).every((part) => part.kind === "text")).toBe(true),
  );

  test("get times within the video's length only", () => {
    const times = textParts("0:00 start, 1:30 middle, 9:99 no, 55:00 beyond, 10:20:30:40 no", 120)
      .filter((part) => part.kind === "time")
      .map((part) => part.seconds);
    expect(times).toEqual([0, 90]);
  });

  test("get hashtags where one stands by itself", () => {
    const tags = textParts("#Harbour, (#ebbe_2026) #été #1 a#b &#x27; ##c https://example.org/#d #4k")
      .filter((part) => part.kind === "tag")
      .map((part) => part.tag);
    expect(tags).toEqual(["Harbour", "ebbe_2026", "été", "4k"]);
  });

  test("lose nothing", () => {
    const text = "a 1:00\nb https://example.org/ c #d.";
    expect(
      textParts(text, 100)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
