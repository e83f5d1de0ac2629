import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where the repository is: the tests are started from its folder web. */
export const repository = resolve(import.meta.dirname, "../../..");

const startLimit = 60_000;
const stopLimit = 30_000;

/** Starts a site of its own for the run; the function it gives back stops it and removes its data. */
export default async function startSite(): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), "vidstead-e2e-"));
  const port = await freePort();
  const quick = ["--processing.preset", "ultrafast", "--processing.per-title", "false"];
  const flags = ["--port", String(port), "--data", data, "--config", "/dev/null", ...quick];
  const server = spawn(join(repository, "vidstead"), ["run", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
    // It lives for minutes: what the slower compiler takes, it never gives back.
    env: { VIDSTEAD_JAVA_OPTS: "-XX:TieredStopAtLevel=1", ...process.env },
  });
  const output = collect(server);

  process.env.E2E_URL = `http://127.0.0.1:${port}`;
  try {
    await untilReady(`${process.env.E2E_URL}/health/ready`, server);
    process.env.E2E_TOOLS = await toolsFolder(data);
    process.env.E2E_SETUP_LINK = await setupLink(output);
  } catch (failure) {
    await stop(server);
    throw new Error(`the site did not start: ${String(failure)}\n${output.text}`);
  }
  return async () => {
    const code = await stop(server);
    await writeFile(join(repository, "run", "e2e-server.log"), output.text);
    await rm(data, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the server ended with ${code} instead of 0 on SIGTERM; see run/e2e-server.log`);
  };
}

interface Output {
  text: string;
}

function collect(server: ChildProcess): Output {
  const output = { text: "" };
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on("data", (bytes: Buffer) => {
      output.text += bytes.toString();
    });
  }
  return output;
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  await poll(startLimit, async () => {
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
}

/** The server unpacks its ffmpeg in the background, under another name at first; the tests draw their clips with it. */
function toolsFolder(data: string): Promise<string> {
  return poll(startLimit, async () => {
    const entries = await readdir(data, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.find((entry) => entry.name === "ffprobe" && !entry.parentPath.includes("/."))?.parentPath;
  });
}

function setupLink(output: Output): Promise<string> {
  return poll(5_000, () => /https?:\/\/\S+\/setup\?token=[\w.~-]+/.exec(output.text)?.[0]);
}

/** Asks again until there is an answer, the less often the longer it takes, and gives up after the limit. */
export async function poll<T>(limitMs: number, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const begun = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    const passed = Date.now() - begun;
    if (passed > limitMs) throw new Error(`no answer within ${limitMs} ms`);
    await new Promise((wake) => setTimeout(wake, Math.min(Math.max(passed / 8, 25), 200)));
  }
}

async function stop(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  const ended = new Promise<number | null>((done) => server.once("exit", (code) => done(code)));
  server.kill("SIGTERM");
  const giveUp = setTimeout(() => server.kill("SIGKILL"), stopLimit);
  const code = await ended;
  clearTimeout(giveUp);
  return code;
}

/** A TCP port of the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? done(address.port) : failed(new Error("no port"))));
    });
  });
}
