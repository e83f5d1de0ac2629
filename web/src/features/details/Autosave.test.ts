import { beforeEach, describe, expect, test } from "vitest";
import { networkProblem, ProblemError } from "@/api/problem";
import { Autosave, type Saved } from "./Autosave";

interface Fields {
  title: string;
  text: string;
}

/** A server that others edit too, and timers that run when told. */
class Server {
  fields: Fields = { title: "old", text: "" };
  version = 1;
  readonly patches: Partial<Fields>[] = [];
  trouble: Error | null = null;
  hold: Promise<void> = Promise.resolve();

  load = (): Promise<Saved<Fields>> => Promise.resolve({ fields: this.fields, tag: String(this.version) });

  save = async (changes: Partial<Fields>, tag: string | null): Promise<Saved<Fields>> => {
    this.patches.push(changes);
    await this.hold;
    if (this.trouble) throw this.trouble;
    if (tag !== String(this.version)) throw new ProblemError({ status: 412, code: "edited_meanwhile", message: "" });
    this.change({ ...changes, ...(changes.title ? { title: changes.title.trim() } : {}) });
    return this.load();
  };

  change(changes: Partial<Fields>): void {
    this.fields = { ...this.fields, ...changes };
    this.version++;
  }
}

let server: Server;
let timers: { at: number; work: () => void }[];
let saver: Autosave<Fields>;

beforeEach(() => {
  server = new Server();
  timers = [];
  saver = new Autosave<Fields>({
    load: server.load,
    save: server.save,
    valid: (name, value) => name !== "title" || value.trim() !== "",
    later: (at, work) => {
      const timer = { at, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  });
});

async function timersRun(): Promise<void> {
  for (const timer of timers.splice(0)) timer.work();
  await saver.flush();
}

describe("saving as one types", () => {
  test("sends once, after the last keystroke, only what changed", async () => {
    for (const title of ["n", "ne", "new"]) saver.edit("title", title);
    expect(timers).toHaveLength(1);
    await timersRun();
    expect(server.patches).toEqual([{ title: "new" }]);
    expect(saver.snapshot().state).toEqual({ kind: "saved" });
    expect(saver.unsaved).toBe(false);
  });

  test("leaves the text under the caret alone until the field is left", async () => {
    saver.edit("title", "new ");
    await timersRun();
    expect(server.fields.title).toBe("new");
    expect(saver.snapshot().edits.title).toBe("new ");
    saver.settle("title");
    expect(saver.snapshot().edits).toEqual({});
  });

  test("shows what is saved of a field that was left before it was sent", async () => {
    saver.edit("title", "new ");
    saver.settle("title");
    expect(saver.snapshot().edits.title).toBe("new ");
    await saver.flush();
    expect(saver.snapshot().edits).toEqual({});
  });

  test("shows what is saved of a choice, with no field to leave", async () => {
    saver.choose("text", "chosen");
    expect(saver.snapshot().edits.text).toBe("chosen");
    await timersRun();
    expect(server.fields.text).toBe("chosen");
    expect(saver.snapshot().edits).toEqual({});
  });

  test("leaves the text alone when the field is typed in again", async () => {
    saver.edit("title", "new");
    saver.settle("title");
    saver.edit("title", "newer ");
    await saver.flush();
    await timersRun();
    expect(server.fields.title).toBe("newer");
    expect(saver.snapshot().edits.title).toBe("newer ");
  });

  test("keeps what was typed while a request ran and sends it next", async () => {
    let go = () => {};
    server.hold = new Promise((done) => {
      go = done;
    });
    saver.edit("title", "one");
    const first = saver.flush();
    saver.edit("title", "one two");
    go();
    await first;
    expect(saver.unsaved).toBe(true);
    await timersRun();
    expect(server.patches).toEqual([{ title: "one" }, { title: "one two" }]);
    expect(saver.snapshot().state.kind).toBe("saved");
  });

  test("does not send what would be refused, and sends the rest", async () => {
    saver.edit("title", " ");
    saver.edit("text", "words");
    await timersRun();
    expect(server.patches).toEqual([{ text: "words" }]);
    expect(saver.snapshot().state.kind).toBe("editing");
  });
});

describe("when somebody edited meanwhile", () => {
  beforeEach(async () => {
    saver.edit("text", "mine");
    await timersRun();
  });

  test("other fields take their value", async () => {
    server.change({ title: "theirs" });
    saver.edit("text", "mine again");
    await timersRun();
    expect(server.fields).toEqual({ title: "theirs", text: "mine again" });
    expect(saver.snapshot().contested).toEqual([]);
  });

  test("the same field keeps what was typed here, and says so", async () => {
    server.change({ text: "theirs" });
    saver.edit("text", "mine again");
    await timersRun();
    expect(server.fields.text).toBe("mine again");
    expect(saver.snapshot().contested).toEqual(["text"]);
    saver.edit("text", "mine at last");
    expect(saver.snapshot().contested).toEqual([]);
  });
});

describe("when it cannot be saved", () => {
  test("an unreachable server is tried again, ever more patiently", async () => {
    server.trouble = networkProblem(null);
    saver.edit("title", "new");
    await saver.flush();
    expect(saver.snapshot().state.kind).toBe("waiting");
    const first = timers[0]?.at ?? 0;
    await saver.flush();
    expect(timers[0]?.at).toBeGreaterThan(first);
    server.trouble = null;
    saver.wake();
    await saver.flush();
    expect(server.fields.title).toBe("new");
    expect(saver.snapshot().state.kind).toBe("saved");
  });

  test("a field that was left meanwhile shows what is saved at last", async () => {
    server.trouble = networkProblem(null);
    saver.edit("title", "new ");
    saver.settle("title");
    await saver.flush();
    expect(saver.snapshot().edits.title).toBe("new ");
    server.trouble = null;
    await timersRun();
    expect(saver.snapshot().edits).toEqual({});
  });

  test("a refusal is shown, keeps the text, and is not repeated by itself", async () => {
    server.trouble = new ProblemError({ status: 400, code: "invalid_details", message: "no" });
    saver.edit("title", "bad");
    await saver.flush();
    expect(saver.snapshot().state.kind).toBe("refused");
    expect(saver.snapshot().edits.title).toBe("bad");
    expect(timers).toHaveLength(0);
  });
});
