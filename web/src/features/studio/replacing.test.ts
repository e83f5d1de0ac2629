import { beforeEach, describe, expect, test, vi } from "vitest";
import { networkProblem } from "@/api/problem";
import type { Transfer, TransferListener } from "../uploads/server";
import type { Place } from "../uploads/upload";
import { Replacing, replacing } from "./replacing";

const VIDEO = "video1";
const clip = (name = "clip.mp4") => new File(["bytes"], name, { type: "video/mp4" });
const turn = () => new Promise<void>((done) => setTimeout(done));

/** A server that answers when the test says so. */
class World {
  readonly declared: ((place: Place) => void)[] = [];
  readonly begun: ((transfer: Transfer) => void)[] = [];
  readonly listeners: TransferListener[] = [];
  readonly ended: string[] = [];
  stops = 0;

  readonly replacing = new Replacing({
    declare: () => new Promise((answer) => this.declared.push(answer)),
    transfer: (_file, _url, listener) => {
      this.listeners.push(listener);
      return new Promise((begin) => this.begun.push(begin));
    },
    end: (url) => {
      this.ended.push(url);
      return Promise.resolve();
    },
  });

  async answer(at: number): Promise<void> {
    this.declared[at]?.({ uploadUrl: `/api/v1/tus/${at}`, videoId: VIDEO });
    await turn();
  }

  async begin(at: number): Promise<void> {
    this.begun[at]?.({ stop: () => this.stops++ });
    await turn();
  }
}

let world: World;

beforeEach(() => {
  world = new World();
});

describe("a new file that is cancelled", () => {
  test("before the server has answered is never sent", async () => {
    void world.replacing.start(VIDEO, clip());
    await world.replacing.cancel(VIDEO);
    await world.answer(0);
    expect(world.ended).toEqual(["/api/v1/tus/0"]);
    expect(world.listeners).toEqual([]);
    expect(world.replacing.of(VIDEO)).toBeUndefined();
  });

  test("while sending begins is not sent on", async () => {
    void world.replacing.start(VIDEO, clip());
    await world.answer(0);
    await world.replacing.cancel(VIDEO);
    await world.begin(0);
    expect(world.ended).toEqual(["/api/v1/tus/0"]);
    expect(world.stops).toBe(1);
  });

  test("leaves the one chosen after it alone", async () => {
    void world.replacing.start(VIDEO, clip("first.mp4"));
    await world.answer(0);
    await world.begin(0);
    await world.replacing.cancel(VIDEO);
    void world.replacing.start(VIDEO, clip("second.mp4"));
    await world.answer(1);
    world.listeners[0]?.stopped(networkProblem(null));
    world.listeners[0]?.finished();
    expect(world.replacing.of(VIDEO)).toMatchObject({ fileName: "second.mp4", error: null });
  });
});

test("what has stopped goes on where the server is", async () => {
  void world.replacing.start(VIDEO, clip());
  await world.answer(0);
  world.listeners[0]?.stopped(networkProblem(null));
  expect(world.replacing.busy).toBe(false);
  world.replacing.again(VIDEO);
  await turn();
  expect(world.declared).toHaveLength(1);
  expect(world.listeners).toHaveLength(2);
  world.listeners[1]?.finished();
  expect(world.replacing.of(VIDEO)).toBeUndefined();
});

test("closing the page asks while a new file is on its way", () => {
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  vi.spyOn(globalThis, "fetch").mockReturnValue(new Promise(() => undefined));
  expect(leave()).toBe(false);
  void replacing.start(VIDEO, clip());
  expect(leave()).toBe(true);
  void replacing.cancel(VIDEO);
  expect(leave()).toBe(false);
});
