import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { poll } from "./site";

const limitMs = 60_000;
const stretchMs = 100;

/**
 * The program that encodes one video, held by a test: it stands still but for the stretches in which it is told to work.
 * What is half done is so on every machine, however fast, and a short film is long enough.
 */
export class HeldEncoder {
  readonly #pid: number;

  private constructor(pid: number) {
    this.#pid = pid;
  }

  static async of(videoId: string): Promise<HeldEncoder> {
    const encoder = new HeldEncoder(await poll(limitMs, () => find(videoId)));
    encoder.#signal("SIGSTOP");
    return encoder;
  }

  /** In stretches too short to pass by what is waited for. */
  async workUntil(holds: () => Promise<boolean>): Promise<void> {
    await poll(limitMs, async () => {
      this.#signal("SIGCONT");
      await pause(stretchMs);
      this.#signal("SIGSTOP");
      await pause(2 * stretchMs); // the server looks at what there is ten times a second
      return (await holds()) || undefined;
    });
  }

  /** Lets it work to its end. */
  release(): void {
    this.#signal("SIGCONT");
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(this.#pid, signal);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure; // it has ended
    }
  }
}

/** What confines the program names it too, but is another one. */
function find(videoId: string): number | undefined {
  const encodes = /^\S*\/ffmpeg .*libx264/s;
  return commands().find(([, line]) => encodes.test(line) && line.includes(`/originals/${videoId}/`))?.[0];
}

function commands(): [pid: number, line: string][] {
  if (!existsSync("/proc/self/cmdline")) {
    const listed = execFileSync("ps", ["-Axo", "pid=,command="], { encoding: "utf8" });
    return listed.split("\n").map((line) => {
      const [, pid, command] = /^\s*(\d+)\s+(.*)/.exec(line) ?? [];
      return [Number(pid), command ?? ""];
    });
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [Number(pid), commandOf(pid)]);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // it has ended
  }
}
