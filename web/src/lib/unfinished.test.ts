import { expect, test } from "vitest";
import { begin, isUnfinished, whenFinished } from "./unfinished";

const soon = () => new Promise<void>((done) => queueMicrotask(done));

test("what goes on by itself waits until the last unfinished thing is done", async () => {
  const acts: string[] = [];
  const first = begin();
  const second = begin();
  whenFinished(() => acts.push("next"));
  first();
  await soon();
  expect(acts).toEqual([]);
  expect(isUnfinished()).toBe(true);
  second();
  await soon();
  expect(acts).toEqual(["next"]);
  whenFinished(() => acts.push("at once"));
  expect(acts).toEqual(["next", "at once"]);
});

test("what is forgotten in the same moment never happens", async () => {
  const acts: string[] = [];
  const end = begin();
  const forget = whenFinished(() => acts.push("next"));
  end();
  forget();
  await soon();
  expect(acts).toEqual([]);
});
