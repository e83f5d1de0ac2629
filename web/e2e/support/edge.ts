import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, poll, repository } from "./site";
import { siteUrl } from "./test";

const program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find(existsSync);

/** The nginx of deploy/nginx in front of the site, on a loopback port and without TLS; all else as it is deployed. */
export class Edge {
  readonly url: string;
  readonly #nginx: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, nginx: ChildProcess, folder: string) {
    this.url = url;
    this.#nginx = nginx;
    this.#folder = folder;
  }

  static get installed(): boolean {
    return program !== undefined;
  }

  static async start(): Promise<Edge> {
    if (!program) throw new Error("nginx is not installed");
    const folder = await mkdtemp(join(tmpdir(), "vidstead-edge-"));
    const port = await freePort();
    const deployed = await readFile(join(repository, "deploy/nginx/vidstead.conf"), "utf8");
    const here = deployed
      .replace(/server \{\s+listen 80;[\s\S]*?\n\}\n/, "")
      .replace(/listen 443 ssl http2;/, `listen 127.0.0.1:${port};`)
      .replace(/ +ssl_.*\n/g, "")
      .replace("/var/cache/nginx/vidstead", join(folder, "cache"))
      .replace("127.0.0.1:8080", new URL(siteUrl()).host);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${folder};`,
    );
    const main = [
      process.getuid?.() === 0 ? "user root;" : "",
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;`,
      `events {} http { access_log off; ${temporary.join(" ")} ${here} }`,
    ];
    await writeFile(join(folder, "nginx.conf"), main.join("\n"));
    const nginx = spawn(program, ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "inherit" });
    const url = `http://127.0.0.1:${port}`;
    await poll(10_000, async () => (await fetch(`${url}/health/live`).catch(() => undefined))?.ok || undefined);
    return new Edge(url, nginx, folder);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#nginx.once("exit", done));
    this.#nginx.kill("SIGTERM");
    await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}
