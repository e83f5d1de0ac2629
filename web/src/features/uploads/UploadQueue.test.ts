import { beforeEach, describe, expect, test } from "vitest";
import { networkProblem, ProblemError } from "@/api/problem";
import { fingerprint } from "./fingerprint";
import { PendingUploads } from "./PendingUploads";
import { type Transfer, type TransferListener, verdictOn } from "./server";
import { UploadQueue } from "./UploadQueue";
import type { Upload } from "./upload";

const problem = (status: number, code = `http_${status}`) => new ProblemError({ status, code, message: "No." });
const clip = (name: string, text = name) => new File([text], name, { type: "video/mp4" });
const turn = () => new Promise<void>((done) => setTimeout(done));

/** A server that takes bytes when the test says so, in a browser with one storage. */
class World {
  storage: string | null = null;
  clock = 0;
  ids = 0;
  timers: { wait: number; work: () => void }[] = [];
  readonly transfers = new Map<string, TransferListener>();
  readonly ended: string[] = [];
  readonly offsets = new Map<string, number>();
  declareTrouble: Error | null = null;
  elsewhere = new Set<string>();
  signedIn = true;
  readonly queue = this.load();

  private keep(value: string | null): void {
    this.storage = value;
  }

  /** What a reload leaves: the storage and the server. */
  load(): UploadQueue {
    const slot = { get: () => this.storage, set: (value: string | null) => this.keep(value) };
    return new UploadQueue({
      declare: () => {
        if (this.declareTrouble) return Promise.reject(this.declareTrouble);
        const uploadUrl = `/api/v1/tus/${++this.ids}`;
        this.offsets.set(uploadUrl, 0);
        return Promise.resolve({ uploadUrl, videoId: `video${this.ids}` });
      },
      offsetOf: (url) => {
        const offset = this.offsets.get(url);
        return offset === undefined ? Promise.reject(problem(404)) : Promise.resolve(offset);
      },
      end: (url) => {
        this.ended.push(url);
        return Promise.resolve();
      },
      transfer: (_file, url, listener): Promise<Transfer> => {
        this.transfers.set(url, listener);
        return Promise.resolve({ stop: () => void this.transfers.delete(url) });
      },
      verdictOn,
      fingerprint,
      pending: new PendingUploads(slot, () => this.clock),
      runningElsewhere: () => Promise.resolve(this.elsewhere),
      signedIn: () => this.signedIn,
      now: () => this.clock,
      newId: () => `upload${++this.ids}`,
      later: (wait, work) => {
        const timer = { wait, work };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((each) => each !== timer);
        };
      },
    });
  }

  at(url: string): TransferListener {
    const listener = this.transfers.get(url);
    if (!listener) throw new Error(`${url} is not being sent`);
    return listener;
  }

  runTimers(): void {
    for (const timer of this.timers.splice(0)) timer.work();
  }
}

let world: World;
let queue: UploadQueue;
const phases = (of = queue) => of.snapshot().map(({ phase }) => phase.kind);
const only = (of = queue): Upload => {
  const [upload] = of.snapshot();
  if (!upload) throw new Error("no upload");
  return upload;
};
const urlOf = (upload: Upload): string => upload.place?.uploadUrl ?? "";

beforeEach(async () => {
  world = new World();
  queue = world.queue;
  await queue.begin("ann");
});

describe("a queue of uploads", () => {
  test("keeps a file that is given before it is known who gives it", async () => {
    const fresh = world.load();
    const added = fresh.add(clip("early.mp4"), "public");
    await turn();
    expect(fresh.snapshot()).toEqual([]);
    await fresh.begin("ann");
    expect(await added).toBe("added");
    expect(only(fresh).title).toBe("early");
  });

  test("declares all files at once and sends two at a time", async () => {
    for (const name of ["a.mp4", "b.mp4", "c.mp4"]) await queue.add(clip(name), "public");
    await turn();
    expect(queue.snapshot().map(({ place }) => place !== null)).toEqual([true, true, true]);
    expect(phases()).toEqual(["sending", "sending", "queued"]);
    world.at(urlOf(only())).finished();
    expect(phases()).toEqual(["sent", "sending", "sending"]);
  });

  test("a paused one makes room, and goes on when asked", async () => {
    for (const name of ["a.mp4", "b.mp4", "c.mp4"]) await queue.add(clip(name), "public");
    await turn();
    queue.pause(only().id);
    expect(phases()).toEqual(["paused", "sending", "sending"]);
    queue.resume(only().id);
    expect(phases()).toEqual(["queued", "sending", "sending"]);
  });

  test("pausing while it starts stops it all the same", async () => {
    await queue.add(clip("a.mp4"), "public");
    queue.pause(only().id);
    await turn();
    expect(phases()).toEqual(["paused"]);
    expect(world.transfers.size).toBe(0);
  });

  test("a cancelled one goes from the server and the storage", async () => {
    await queue.add(clip("a.mp4"), "public");
    await turn();
    const url = urlOf(only());
    await queue.cancel(only().id);
    expect(world.ended).toEqual([url]);
    expect(queue.snapshot()).toEqual([]);
    expect(world.storage).toBeNull();
  });
});

describe("when sending stops", () => {
  beforeEach(async () => {
    await queue.add(clip("a.mp4"), "public");
    await turn();
  });

  test("a lost line is waited for, ever more patiently, and progress makes it hopeful again", async () => {
    const waits: (number | undefined)[] = [];
    for (let n = 0; n < 3; n++) {
      world.at(urlOf(only())).stopped(networkProblem(null));
      expect(only().phase).toEqual({ kind: "waiting", lack: "network" });
      waits.push(world.timers[0]?.wait);
      world.runTimers();
      await turn();
    }
    expect(waits).toEqual([1000, 2000, 4000]);
    world.at(urlOf(only())).progressed(1);
    world.at(urlOf(only())).stopped(networkProblem(null));
    expect(world.timers.at(-1)?.wait).toBe(1000);
  });

  test("the network's return ends the wait at once", async () => {
    world.at(urlOf(only())).stopped(networkProblem(null));
    queue.wake("network");
    await turn();
    expect(phases()).toEqual(["sending"]);
  });

  test("a device that goes offline stops at once and goes on when it is back", async () => {
    queue.interrupt("network");
    expect(only().phase).toEqual({ kind: "waiting", lack: "network" });
    expect(world.transfers.size).toBe(0);
    queue.wake("network");
    await turn();
    expect(phases()).toEqual(["sending"]);
  });

  test("an access token that ran out is no reason to wait", () => {
    world.at(urlOf(only())).stopped(problem(401));
    expect(world.timers[0]?.wait).toBe(0);
  });

  test("somebody who was signed out goes on after signing in", async () => {
    world.signedIn = false;
    world.at(urlOf(only())).stopped(problem(401));
    expect(only().phase).toEqual({ kind: "waiting", lack: "sign-in" });
    expect(world.timers).toHaveLength(0);
    world.signedIn = true;
    await queue.begin("ann");
    await turn();
    expect(phases()).toEqual(["sending"]);
  });

  test("a full disk fails and can be tried again; an expired upload is forgotten", async () => {
    world.at(urlOf(only())).stopped(problem(507, "storage_full"));
    expect(only().phase).toMatchObject({ kind: "failed", failure: { code: "storage_full" } });
    queue.resume(only().id);
    await turn();
    world.at(urlOf(only())).stopped(problem(410, "upload_ended"));
    expect(only().phase).toMatchObject({ kind: "failed", failure: { code: "expired" } });
    expect(world.storage).toBeNull();
  });

  test("reports of a transfer that was stopped come too late to matter", () => {
    const late = world.at(urlOf(only()));
    queue.pause(only().id);
    late.progressed(3);
    late.finished();
    expect(only()).toMatchObject({ sentBytes: 0, phase: { kind: "paused" } });
  });
});

test("a file that the server will not take says why, and frees the way", async () => {
  world.declareTrouble = problem(413, "quota_exceeded");
  await queue.add(clip("a.mp4"), "public");
  expect(only().phase).toMatchObject({ kind: "failed", failure: { code: "quota_exceeded" } });
  world.declareTrouble = null;
  queue.resume(only().id);
  await turn();
  await turn();
  expect(phases()).toEqual(["sending"]);
});

describe("after a reload", () => {
  let url: string;

  beforeEach(async () => {
    await queue.add(clip("a.mp4"), "public");
    await turn();
    url = urlOf(only());
    world.offsets.set(url, 3);
    queue = world.load();
  });

  test("an interrupted upload is listed with what the server has, and goes on with the same file", async () => {
    await queue.begin("ann");
    await turn();
    expect(only()).toMatchObject({ fileName: "a.mp4", sentBytes: 3, phase: { kind: "interrupted" } });
    expect(await queue.attach(only().id, clip("b.mp4"))).toBe(false);
    expect(await queue.attach(only().id, clip("renamed.mp4", "a.mp4"))).toBe(true);
    await turn();
    expect(phases()).toEqual(["sending"]);
    expect(urlOf(only())).toBe(url);
  });

  test("dropping the same file again goes on instead of beginning anew", async () => {
    await queue.begin("ann");
    await turn();
    await queue.add(clip("a.mp4"), "public");
    await turn();
    expect(queue.snapshot()).toHaveLength(1);
    expect(phases()).toEqual(["sending"]);
  });

  test("what has arrived meanwhile is done, what has expired says so", async () => {
    world.offsets.set(url, 5);
    await queue.begin("ann");
    await turn();
    expect(phases()).toEqual(["sent"]);

    world.storage = world.storage?.replace('"sent":true', '"sent":false') ?? null;
    world.offsets.clear();
    queue = world.load();
    await queue.begin("ann");
    await turn();
    expect(only().phase).toMatchObject({ kind: "failed", failure: { code: "expired" } });
  });

  test("another person and another tab do not touch it", async () => {
    await queue.begin("bob");
    expect(queue.snapshot()).toEqual([]);
    world.elsewhere = new Set(world.queue.running());
    await queue.begin("ann");
    expect(queue.snapshot()).toEqual([]);
  });
});

test("what anybody wrote into the storage does no harm", async () => {
  world.storage = JSON.stringify([{ id: 1 }, null, { id: "x", uploadUrl: "https://elsewhere.example/" }]);
  const fresh = world.load();
  await fresh.begin("ann");
  expect(fresh.snapshot()).toEqual([]);
  world.storage = "{";
  await world.load().begin("ann");
});
