import { existsSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { repository } from "./site";

const packages = dirname(dirname(createRequire(import.meta.url).resolve("hls.js/package.json")));
const made = join(repository, "corpus/target/corpus/out");

const types: Record<string, string> = {
  ".m3u8": "application/vnd.apple.mpegurl",
  ".mpd": "application/dash+xml",
  ".mp4": "video/mp4",
};

/** A file of a kind that people have, as the media library packaged it. */
export interface Packaged {
  name: string;
  /** How long it plays. */
  seconds: number;
  /** Addresses of what there is of it, without the manifest's name: the lowest rung, and what plays before that. */
  folders: string[];
  /** The file itself. */
  original: string;
}

interface Recipe {
  name: string;
  about?: string;
  refused?: string;
  plays?: "as it is" | "copied" | "encoded";
  seconds?: number;
}

/** All fixtures that are not refused. Their packages are made by FixtureMatrixTest. */
export function packagedFixtures(): (Packaged & { plays: string })[] {
  const recipes = JSON.parse(
    readFileSync(join(repository, "media/src/test/resources/fixtures.json"), "utf8"),
  ) as Recipe[];
  return recipes
    .filter(({ about, refused }) => about && !refused)
    .map(({ name, seconds = 1.5, plays = "encoded" }) => {
      const folders = plays === "encoded" ? ["lowest"] : ["lowest", "first"];
      for (const folder of folders) {
        const manifest = join(made, name, folder, "manifest.mpd");
        if (!existsSync(manifest)) throw new Error(`${manifest} is missing; "./vidstead test browser" has it made`);
      }
      return {
        name,
        seconds,
        plays,
        folders: folders.map((folder) => `/${name}/${folder}/`),
        original: join(made, name, "original"),
      };
    });
}

/** A plain web server over what was packaged, with an empty page that has player libraries. Its files may be kept for ever. */
export class PackagedServer {
  readonly origin: string;
  /** What was asked for, ranges included, in order. */
  readonly asked: string[];
  readonly #server: Server;

  private constructor(server: Server, port: number, asked: string[]) {
    this.origin = `http://127.0.0.1:${port}`;
    this.asked = asked;
    this.#server = server;
  }

  /** @param libraries scripts of installed packages, such as "hls.js/dist/hls.min.js" */
  static async start(...libraries: string[]): Promise<PackagedServer> {
    const page = `<!doctype html>${libraries.map((library) => `<script src="/${library}"></script>`).join("")}`;
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://here").pathname);
      asked.push(`${path} ${request.headers.range ?? "whole"}`);
      if (path === "/") {
        response.setHeader("Content-Type", "text/html").end(page);
        return;
      }
      const library = libraries.includes(path.slice(1));
      answer(join(library ? packages : made, path), request.headers.range)
        .then(({ status, headers, bytes }) => response.writeHead(status, headers).end(bytes))
        .catch(() => response.writeHead(404).end());
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return new PackagedServer(server, address.port, asked);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

async function answer(file: string, range: string | undefined) {
  const source = await open(file);
  try {
    const { size, mtimeMs } = await source.stat();
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
    const from = Number(first ?? 0);
    const to = last ? Math.min(Number(last), size - 1) : size - 1;
    const { buffer } = await source.read(Buffer.alloc(to - from + 1), 0, to - from + 1, from);
    const headers = {
      "Accept-Ranges": "bytes",
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Length": buffer.length,
      "Content-Type": types[extname(file)] ?? "text/javascript",
      ETag: `"${size}-${mtimeMs}"`,
      ...(first === undefined ? {} : { "Content-Range": `bytes ${from}-${to}/${size}` }),
    };
    return { status: first === undefined ? 200 : 206, headers, bytes: buffer };
  } finally {
    await source.close();
  }
}
