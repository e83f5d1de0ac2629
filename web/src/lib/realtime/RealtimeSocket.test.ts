import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backoff } from "./backoff";
import { RealtimeSocket, type WireSocket } from "./RealtimeSocket";

class FakeSocket implements WireSocket {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: unknown[] = [];
  closed = false;
  readonly ticket: string | null;

  constructor(ticket: string | null) {
    this.ticket = ticket;
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  breaks() {
    this.onclose?.({ code: 1006 });
  }
}

const VIDEO = "video:abc";
let sockets: FakeSocket[];
let ticket: () => Promise<string | null>;
let hide: (hidden: boolean) => void;
let realtime: RealtimeSocket;

const settle = () => vi.advanceTimersByTimeAsync(0);
const last = () => sockets[sockets.length - 1] as FakeSocket;

async function listening(handler: (message: unknown) => void, seq = 5) {
  const end = realtime.subscribe(VIDEO, handler);
  await settle();
  last().says({ type: "welcome", epoch: "e1" });
  last().says({ type: "subscribed", channel: VIDEO, seq });
  return end;
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  ticket = () => Promise.resolve("t1");
  realtime = new RealtimeSocket({
    open: (with_) => {
      sockets.push(new FakeSocket(with_));
      return last();
    },
    ticket: () => ticket(),
    random: () => 0.5,
    watchHidden: (changed) => {
      hide = changed;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("RealtimeSocket", () => {
  it("opens nothing until somebody listens, then one socket with a ticket for all", async () => {
    await settle();
    expect(sockets).toHaveLength(0);
    await listening(vi.fn());
    realtime.subscribe("video:other", vi.fn());
    realtime.subscribe(VIDEO, vi.fn());
    await settle();
    expect(sockets).toHaveLength(1);
    expect(last().ticket).toBe("t1");
    expect(last().sent).toEqual([
      { type: "subscribe", channel: VIDEO },
      { type: "subscribe", channel: "video:other" },
    ]);
  });

  it("hands on what comes, once", async () => {
    const handler = vi.fn();
    await listening(handler);
    last().says({ channel: VIDEO, type: "comment.posted", data: { id: "c" }, seq: 6 });
    last().says({ channel: VIDEO, type: "comment.posted", data: { id: "c" }, seq: 6 });
    last().says({ channel: "video:unknown", type: "comment.posted", data: {}, seq: 7 });
    expect(handler.mock.calls).toEqual([[{ type: "comment.posted", data: { id: "c" } }]]);
  });

  it("takes up where it was after a cut, and drops what will come again", async () => {
    const handler = vi.fn();
    await listening(handler);
    last().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(2);
    last().says({ type: "welcome", epoch: "e1" });
    expect(last().sent).toEqual([{ type: "resume", channel: VIDEO, epoch: "e1", seq: 5 }]);
    last().says({ channel: VIDEO, type: "b", data: 2, seq: 8 });
    last().says({ type: "resumed", channel: VIDEO, seq: 8, missed: 2 });
    last().says({ channel: VIDEO, type: "a", data: 1, seq: 7 });
    last().says({ channel: VIDEO, type: "b", data: 2, seq: 8 });
    expect(handler.mock.calls.map(([message]) => (message as { type: string }).type)).toEqual(["a", "b"]);
  });

  it("says reset to who cannot be told what was missed", async () => {
    const handler = vi.fn();
    await listening(handler);
    last().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    last().says({ type: "welcome", epoch: "e2" });
    last().says({ type: "reset", channel: VIDEO, seq: 2 });
    last().says({ channel: VIDEO, type: "a", data: 1, seq: 3 });
    expect(handler.mock.calls.map(([message]) => (message as { type: string }).type)).toEqual(["reset", "a"]);
  });

  it("waits longer after each failure, and not in step with others", async () => {
    ticket = () => Promise.reject(new Error("away"));
    realtime.subscribe(VIDEO, vi.fn());
    const asked = vi.fn(ticket);
    ticket = asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.mock.calls.length).toBeGreaterThan(4);
    expect(asked.mock.calls.length).toBeLessThan(12);
    expect(backoff(0, () => 0)).toBe(250);
    expect(backoff(0, () => 1)).toBe(500);
    expect(backoff(20, () => 1)).toBe(30_000);
  });

  it("gives up a socket that says nothing", async () => {
    await listening(vi.fn());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(last().sent).toContainEqual({ type: "ping" });
    last().says({ type: "pong" });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(sockets[0]?.closed).toBe(true);
    expect(sockets).toHaveLength(2);
  });

  it("lets go while the page is hidden for long, and resumes when it is seen", async () => {
    await listening(vi.fn());
    hide(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last().closed).toBe(false);
    last().says({ type: "pong" });
    await vi.advanceTimersByTimeAsync(41_000);
    expect(last().closed).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sockets).toHaveLength(1);
    hide(false);
    await settle();
    expect(sockets).toHaveLength(2);
  });

  it("unsubscribes with the last listener and closes a moment later", async () => {
    const end = await listening(vi.fn());
    const endOther = realtime.subscribe(VIDEO, vi.fn());
    end();
    expect(last().sent).toHaveLength(1);
    endOther();
    expect(last().sent).toContainEqual({ type: "unsubscribe", channel: VIDEO });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(last().closed).toBe(true);
  });

  it("knows the user's own channel by the welcome", async () => {
    const handler = vi.fn();
    realtime.subscribe("user:u", handler);
    await settle();
    last().says({ type: "welcome", epoch: "e1", channel: "user:u", seq: 3 });
    expect(last().sent).toEqual([]);
    last().says({ channel: "user:u", type: "notification", data: {}, seq: 4 });
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it("opens another socket when somebody else signs in", async () => {
    await listening(vi.fn());
    ticket = () => Promise.resolve(null);
    realtime.changeUser();
    await settle();
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.closed).toBe(true);
    expect(last().ticket).toBeNull();
  });

  it("survives what is no message", async () => {
    const handler = vi.fn();
    await listening(handler);
    for (const data of ["", "null", "[]", "{", 5]) last().onmessage?.({ data });
    expect(handler).not.toHaveBeenCalled();
  });
});
