import { fetchAsUser, session } from "@/api/client";
import { networkProblem, ProblemError, toProblem } from "@/api/problem";
import type { Privacy } from "@/api/types";
import type { Failure, Lack, Place } from "./upload";

/** The server's side of an upload in a browser: tus 1.0.0, the bytes themselves by tus-js-client. */

const ENDPOINT = "/api/v1/tus";
const TUS = { "Tus-Resumable": "1.0.0" };
/** Big enough to keep fast lines busy, small enough for proxies in between; what arrived of a cut piece is kept. */
const PIECE = 16 * 1024 * 1024;
/** A line on which nothing moves for so long is dead, though nobody has said so. */
const STALL_MS = 60_000;

export interface Declaration {
  fileName: string;
  fileType: string;
  fileSize: number;
  title: string;
  privacy: Privacy;
}

/** Makes the upload and its video, before any byte. @throws ProblemError */
export function declare({ fileSize, ...texts }: Declaration): Promise<Place> {
  const metadata = { filename: texts.fileName, filetype: texts.fileType, title: texts.title, privacy: texts.privacy };
  return create(fileSize, metadata);
}

/** Makes the upload of a file that takes the place of the video's own. @throws ProblemError */
export function declareReplacement(file: File, videoId: string): Promise<Place> {
  return create(file.size, { filename: file.name, filetype: file.type, replaces: videoId });
}

async function create(fileSize: number, metadata: Readonly<Record<string, string>>): Promise<Place> {
  const response = await send("POST", ENDPOINT, {
    "Upload-Length": String(fileSize),
    "Upload-Metadata": Object.entries(metadata)
      .map(([name, text]) => `${name} ${base64(text)}`)
      .join(","),
  });
  const location = response.headers.get("Location");
  const videoId = response.headers.get("Vidstead-Video-Id");
  if (!location || !videoId) throw new ProblemError({ status: 502, code: "no_location", message: "" });
  return { uploadUrl: new URL(location, window.location.origin).pathname, videoId };
}

/** How many bytes the server has. @throws ProblemError, with status 404 or 410 when the upload is no more */
export async function offsetOf(uploadUrl: string): Promise<number> {
  const response = await send("HEAD", uploadUrl);
  return Number(response.headers.get("Upload-Offset"));
}

/** Ends an upload: its bytes and its video go. */
export async function end(uploadUrl: string): Promise<void> {
  await send("DELETE", uploadUrl);
}

/** The largest file that the server takes, `undefined` when it does not say. */
export async function maxSize(): Promise<number | undefined> {
  const limit = Number((await send("OPTIONS", ENDPOINT)).headers.get("Tus-Max-Size"));
  return limit > 0 ? limit : undefined;
}

async function send(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, window.location.origin);
  const response = await fetchAsUser(new Request(url, { method, headers: { ...TUS, ...headers } }));
  if (!response.ok) throw toProblem(response, await response.json().catch(() => null));
  return response;
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

export interface TransferListener {
  progressed(bytes: number): void;
  finished(): void;
  /** It has stopped; starting anew goes on where the server is. */
  stopped(error: unknown): void;
}

export interface Transfer {
  stop(): void;
}

/** Sends what the server lacks of the file. Tries nothing twice: the queue decides about that. */
export async function transfer(file: Blob, uploadUrl: string, listener: TransferListener): Promise<Transfer> {
  const tus = await import("tus-js-client");
  let token: string | null = null;
  let watch = 0;
  const moved = () => {
    window.clearTimeout(watch);
    watch = window.setTimeout(() => {
      void upload.abort();
      listener.stopped(networkProblem(null));
    }, STALL_MS);
  };
  const over = () => window.clearTimeout(watch);
  const upload = new tus.Upload(file, {
    uploadUrl: new URL(uploadUrl, window.location.origin).href,
    chunkSize: PIECE,
    retryDelays: null,
    storeFingerprintForResuming: false,
    onBeforeRequest: async (request) => {
      token = await session.accessToken();
      request.setHeader("X-Vidstead-Client", "web");
      if (token !== null) request.setHeader("Authorization", `Bearer ${token}`);
    },
    onProgress: (bytes) => {
      moved();
      listener.progressed(bytes);
    },
    onSuccess: () => {
      over();
      listener.finished();
    },
    onError: (error) => {
      over();
      void refusalOf(error, token).then((problem) => listener.stopped(problem));
    },
  });
  moved();
  upload.start();
  return {
    stop: () => {
      over();
      void upload.abort();
    },
  };
}

/** tus-js-client's error as a ProblemError; a refused token is renewed on the way, for the next start. */
async function refusalOf(error: Error, token: string | null): Promise<unknown> {
  if (!("originalRequest" in error)) return error;
  const response = "originalResponse" in error ? (error.originalResponse as TusResponse | null) : null;
  if (!response) return new ProblemError({ status: 0, code: "network", message: error.message });
  const status = response.getStatus();
  if (status === 401 && token !== null) await session.replace(token).catch(() => null);
  const wait = response.getHeader("Retry-After");
  return toProblem(new Response(null, { status, headers: wait ? { "Retry-After": wait } : {} }), json(response));
}

interface TusResponse {
  getStatus(): number;
  getHeader(name: string): string | undefined;
  getBody(): string;
}

function json(response: TusResponse): unknown {
  try {
    return JSON.parse(response.getBody()) as unknown;
  } catch {
    return null;
  }
}

export type Verdict =
  | { readonly kind: "lost"; readonly lack: Lack }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Whether an upload that stopped waits for better times or has failed. */
export function verdictOn(error: unknown): Verdict {
  if (!(error instanceof ProblemError)) return failed("refused", error instanceof Error ? error.message : "");
  const { status, code, message } = error;
  if (status === 0) return { kind: "lost", lack: "network" };
  if (status === 401) return { kind: "lost", lack: "sign-in" };
  if (code === "quota_exceeded") return failed("quota_exceeded", message);
  if (code === "storage_full" || status === 507) return failed("storage_full", message);
  if (code === "too_many_uploads") return failed("too_many_open", message);
  if (status === 404 || status === 410) return failed("expired", message);
  if (status === 413) return failed("too_large", message);
  if (status === 415) return failed("not_a_video", message);
  const passing = status >= 500 || status === 429 || status === 423 || status === 409 || status === 408;
  return passing || code === "body_cut_off" ? { kind: "lost", lack: "server" } : failed("refused", message);
}

const failed = (code: Failure["code"], detail: string): Verdict => ({ kind: "failed", failure: { code, detail } });
