import createClient from "openapi-fetch";
import { useSyncExternalStore } from "react";
import { stored } from "@/lib/stored";
import { networkProblem, type ProblemError, toProblem } from "./problem";
import type { paths } from "./schema";
import { Session, type SessionMessage, type TokenGrant } from "./session";

const WEB_CLIENT = { "X-Vidstead-Client": "web" };
const signedInBefore = stored("vidstead.signed-in");

export const session = new Session({
  refresh: async () => {
    const response = await reach(jsonPost("/api/v1/auth/refresh"));
    if (response.status === 401 || response.status === 403) return null;
    if (!response.ok) throw toProblem(response, await body(response));
    return (await response.json()) as TokenGrant;
  },
  logout: async () => {
    await reach(jsonPost("/api/v1/auth/logout"));
  },
  now: () => Date.now(),
  exclusively: (work) => ("locks" in navigator ? navigator.locks.request("vidstead.session", work) : work()),
  channel: browserChannel(),
  hint: {
    get: () => signedInBefore.get() === "yes",
    set: (signedIn) => signedInBefore.set(signedIn ? "yes" : null),
  },
});

/** Whether somebody is signed in. `unknown` counts as signed in: the shell must not flash a sign-in link. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(session.subscribe, session.snapshot).kind !== "anonymous";
}

/**
 * `fetch` as this browser's user: adds the access token, and on 401 renews it and tries once more.
 * Throws a ProblemError with code `network` when the server cannot be reached; other refusals are answers.
 */
export async function fetchAsUser(request: Request): Promise<Response> {
  const token = await session.accessToken();
  const again = token === null ? null : request.clone();
  const response = await reach(authorized(request, token));
  if (response.status !== 401 || token === null || again === null) return response;
  return reach(authorized(again, await session.replace(token)));
}

export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: fetchAsUser });

/** Turns openapi-fetch's answer into its data, or throws the refusal as a ProblemError. */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw toProblem(response, error);
  return data as T;
}

/** Puts a file as the whole body, as avatars, banners and thumbnails want it. */
export const putFile = <T>(path: string, file: Blob): Promise<T> => sendFile("PUT", path, file);

/** Sends a file as the whole body. */
export async function sendFile<T>(method: "PUT" | "POST", path: string, file: Blob): Promise<T> {
  const request = new Request(new URL(path, window.location.origin), {
    method,
    body: file,
    headers: { "Content-Type": file.type || "application/octet-stream" },
  });
  const response = await fetchAsUser(request);
  if (!response.ok) throw toProblem(response, await body(response));
  return (await response.json()) as T;
}

function authorized(request: Request, token: string | null): Request {
  for (const [name, value] of Object.entries(WEB_CLIENT)) request.headers.set(name, value);
  if (token === null) request.headers.delete("Authorization");
  else request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}

function jsonPost(path: string): Request {
  return new Request(new URL(path, window.location.origin), {
    method: "POST",
    headers: { ...WEB_CLIENT, "Content-Type": "application/json" },
    body: "{}",
  });
}

async function reach(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw networkProblem(cause) satisfies ProblemError;
  }
}

async function body(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return null;
  }
}

function browserChannel() {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("vidstead.session") : null;
  return {
    post: (message: SessionMessage) => channel?.postMessage(message),
    listen: (receive: (message: SessionMessage) => void) =>
      channel?.addEventListener("message", (event: MessageEvent<SessionMessage>) => receive(event.data)),
  };
}
