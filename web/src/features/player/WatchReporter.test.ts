import { beforeEach, describe, expect, test } from "vitest";
import { type Play, WatchReporter } from "./WatchReporter";

describe("reports of what is watched", () => {
  let sent: Play[];
  let reporter: WatchReporter;
  beforeEach(() => {
    sent = [];
    reporter = new WatchReporter("s", (play) => sent.push(play));
  });
  const watch = (from: number, to: number) => {
    for (let at = from; at <= to; at += 0.25) reporter.tick(at);
  };

  test("come when play begins, and every ten seconds of it", () => {
    watch(0, 25);
    expect(sent.map((play) => play.playedSeconds)).toEqual([0, 10, 20]);
  });

  test("count no seeks", () => {
    watch(0, 4);
    watch(100, 104);
    reporter.interrupt(104);
    expect(sent.at(-1)).toEqual({ sessionId: "s", playedSeconds: 8, position: 104, ended: false });
  });

  test("count no rewinds, nor a small jump that was announced", () => {
    watch(0, 4);
    reporter.jump();
    watch(5, 6);
    watch(2, 3);
    reporter.interrupt(3);
    expect(sent.at(-1)?.playedSeconds).toBe(6);
  });

  test("come at a pause, once", () => {
    watch(0, 3);
    reporter.interrupt(3);
    reporter.interrupt(3);
    expect(sent).toHaveLength(2);
  });

  test("say that the end was reached", () => {
    watch(0, 3);
    reporter.end(3.1);
    expect(sent.at(-1)).toEqual({ sessionId: "s", playedSeconds: 3.1, position: 3.1, ended: true });
  });

  test("are silent when nothing played", () => {
    reporter.interrupt(0);
    expect(sent).toEqual([]);
  });
});
