import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packages = dirname(dirname(createRequire(import.meta.url).resolve("hls.js/package.json")));

/** A page on another origin, with one video element and player libraries: how the site looks to foreign players. */
export class Elsewhere {
  readonly origin: string;
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** @param libraries scripts of installed packages, such as "hls.js/dist/hls.min.js" */
  static async serve(...libraries: string[]): Promise<Elsewhere> {
    const scripts = await Promise.all(libraries.map((library) => readFile(join(packages, library))));
    const tags = scripts.map((_, number) => `<script src='/${number}.js'></script>`).join("");
    const server = createServer((request, response) => {
      const script = scripts[Number(/^\/(\d+)\.js$/.exec(request.url ?? "")?.[1] ?? -1)];
      response.setHeader("Content-Type", script ? "text/javascript" : "text/html");
      response.end(script ?? `<!doctype html><video muted></video>${tags}`);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return new Elsewhere(server, address.port);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
