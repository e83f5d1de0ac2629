import { describe, expect, test } from "vitest";
import { addTags, errorOf } from "./fields";

describe("tags", () => {
  test("are parted by commas and line breaks, without doubles", () => {
    expect(addTags(["sea"], "Sea, wind\n #light ,, ")).toEqual(["sea", "wind", "light"]);
  });

  test("stop at thirty, and at fifty characters each", () => {
    const many = Array.from({ length: 40 }, (_, n) => `tag ${n}`).join(",");
    expect(addTags([], many)).toHaveLength(30);
    expect(addTags([], "x".repeat(80))).toEqual(["x".repeat(50)]);
  });
});

describe("what would be refused", () => {
  test("a title without words, too long or with control characters", () => {
    expect(errorOf("title", "  ")).toBe("blank");
    expect(errorOf("title", "🌊".repeat(255))).toBeUndefined();
    expect(errorOf("title", "x".repeat(256))).toBe("too_long");
    expect(errorOf("title", "a\u0000b")).toBe("control");
  });

  test("line breaks may stand in descriptions", () => {
    expect(errorOf("description", "a\n\tb")).toBeUndefined();
    expect(errorOf("description", "x".repeat(5001))).toBe("too_long");
  });
});
