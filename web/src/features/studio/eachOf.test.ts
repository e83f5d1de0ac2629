import { expect, test } from "vitest";
import { eachOf } from "./eachOf";

test("does all, at most four at once, and tells what failed", async () => {
  let running = 0;
  let most = 0;
  const done: string[] = [];
  const failures = await eachOf(["a", "b", "c", "d", "e", "f"], async (id) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    if (id === "c") throw new Error("no");
    done.push(id);
  });
  expect(done.sort()).toEqual(["a", "b", "d", "e", "f"]);
  expect(failures).toEqual([{ id: "c", error: new Error("no") }]);
  expect(most).toBe(4);
});
