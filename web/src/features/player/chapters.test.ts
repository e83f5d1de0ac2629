import { expect, test } from "vitest";
import { chapterAt } from "./chapters";

test("a moment belongs to the last chapter that has begun", () => {
  const chapters = [
    { start: 0, title: "a" },
    { start: 10, title: "b" },
  ];
  expect(chapterAt(chapters, 0)?.title).toBe("a");
  expect(chapterAt(chapters, 9.9)?.title).toBe("a");
  expect(chapterAt(chapters, 10)?.title).toBe("b");
  expect(chapterAt(chapters, 99)?.title).toBe("b");
  expect(chapterAt([], 1)).toBeUndefined();
});
