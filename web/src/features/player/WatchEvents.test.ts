import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type WatchEvent, WatchEvents } from "./WatchEvents";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function collected() {
  const sent: WatchEvent[][] = [];
  const events = new WatchEvents(
    (batch) => sent.push(batch),
    () => Date.now(),
  );
  return { sent, events };
}

test("events go together after a while, each with its age", () => {
  const { sent, events } = collected();
  events.add({ type: "play" }, 0);
  vi.advanceTimersByTime(5_000);
  events.add({ type: "seek" }, 30.12345);
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual([
    [
      { type: "play", position: 0, age: 15 },
      { type: "seek", position: 30.123, age: 10 },
    ],
  ]);
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(1);
});

test("a halt is told when it is over, and only if somebody could notice it", () => {
  const { sent, events } = collected();
  events.halt();
  vi.advanceTimersByTime(100);
  events.goOn(3);
  events.halt();
  vi.advanceTimersByTime(700);
  events.halt();
  vi.advanceTimersByTime(300);
  events.goOn(4);
  events.goOn(5);
  events.flush();
  expect(sent).toEqual([[{ type: "stall", position: 4, stalled: 1, age: 0 }]]);
});

test("many are sent at once, and what has no place is left out", () => {
  const { sent, events } = collected();
  for (let i = 0; i < 50; i++) events.add({ type: "seek" }, i);
  events.add({ type: "pause" }, Number.NaN);
  expect(sent.map((batch) => batch.length)).toEqual([50]);
  events.flush();
  expect(sent).toHaveLength(1);
});
