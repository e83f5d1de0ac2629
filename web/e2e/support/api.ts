import { randomBytes } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { expect, type Page } from "@playwright/test";
import { poll } from "./site";
import { siteUrl } from "./test";

/** A person known to the site, acting through the public API. */
export class Person {
  readonly username: string;
  readonly password: string;
  readonly token: string;

  private constructor(username: string, password: string, token: string) {
    this.username = username;
    this.password = password;
    this.token = token;
  }

  /** @param name the beginning of the username: a file that is run again after a failure gets new people */
  static async register(name: string): Promise<Person> {
    const username = `${name}-${randomBytes(3).toString("hex")}`;
    const password = `the password of ${username}`;
    const answer = await send<{ access_token: string }>("POST", "/api/v1/auth/register", {
      body: { username, email: `${username}@example.org`, password, display_name: username },
    });
    return new Person(username, password, answer.access_token);
  }

  static async login(username: string, password: string): Promise<Person> {
    const body = { login: username, password };
    const answer = await send<{ access_token: string }>("POST", "/api/v1/auth/login", { body });
    return new Person(username, password, answer.access_token);
  }

  /** Uploads a file in S1's way and waits until it plays. */
  async publish(file: string, details: Details, site = siteUrl()): Promise<string> {
    const { size } = await stat(file);
    const { token } = this;
    const begun = await send<{ upload_id: string; chunk_size: number }>("POST", "/api/v1/videos/upload/initiate", {
      token,
      site,
      body: { ...details, file_size: size, file_type: "video/mp4", file_name: basename(file) },
    });
    const upload = `/api/v1/videos/upload/${begun.upload_id}`;
    const chunk = begun.chunk_size;
    const source = await open(file);
    for (let from = 0; from < size; from += chunk) {
      const length = Math.min(chunk, size - from);
      const { buffer } = await source.read(Buffer.alloc(length), 0, length, from);
      await send("PUT", `${upload}/chunk`, {
        token,
        site,
        bytes: buffer,
        headers: { "Content-Range": `bytes ${from}-${from + length - 1}/${size}` },
      });
    }
    await source.close();
    const done = await send<{ video_id: string }>("POST", `${upload}/complete`, { token, site, body: {} });
    const id = done.video_id;
    await this.until(id, (status) => status.playable === true);
    return id;
  }

  /** Waits until the video's status is as wanted. */
  async until(id: string, wanted: (status: Status) => boolean, limitMs = 60_000): Promise<Status> {
    return poll(limitMs, async () => {
      const status = await send<Status>("GET", `/api/v1/videos/${id}/status`, { token: this.token });
      if (status.status === "failed") throw new Error(`${id} failed: ${JSON.stringify(status)}`);
      return wanted(status) ? status : undefined;
    });
  }
}

/** The administrator of the site: made here where no test before has made one. */
export async function administrator(): Promise<Person> {
  const { needs_administrator } = await send<{ needs_administrator: boolean }>("GET", "/api/v1/setup");
  if (needs_administrator) {
    const token = new URL(process.env.E2E_SETUP_LINK ?? "").searchParams.get("token");
    const body = { token, username: "keeper", email: "keeper@example.org", password: "keeper of this house" };
    await send("POST", "/api/v1/setup", { body });
  }
  return Person.login("keeper", "keeper of this house");
}

export interface Details {
  title: string;
  description?: string;
  category?: string;
  tags?: string[];
  privacy?: string;
  premium?: boolean;
}

export interface Status {
  status: "uploading" | "processing" | "ready" | "failed";
  stage: string;
  playable: boolean;
  renditions: string[];
}

/** Signs a page in as its own form does: the refresh token becomes a cookie that scripts cannot read. */
export async function signIn(page: Page, { username, password }: Person): Promise<void> {
  const answer = await page.request.post("/api/v1/auth/login", {
    headers: { "X-Vidstead-Client": "web" },
    data: { login: username, password },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  // Without this mark the pages spare an anonymous visitor the question who they are.
  await page.addInitScript(() => localStorage.setItem("vidstead.signed-in", "yes"));
}

interface Sent {
  site?: string;
  token?: string;
  body?: unknown;
  bytes?: Buffer;
  headers?: Record<string, string>;
}

/** Sends one request and gives back the JSON of a success; anything else is an error that shows the answer. */
export async function send<Answer>(
  method: string,
  path: string,
  { site = siteUrl(), token, body, bytes, headers }: Sent = {},
): Promise<Answer> {
  const answer = await fetch(site + path, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(bytes ? { "Content-Type": "application/octet-stream" } : {}),
      ...headers,
    },
    ...(bytes ? { body: new Uint8Array(bytes) } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} → ${answer.status} ${text}`);
  return JSON.parse(text || "{}") as Answer;
}
