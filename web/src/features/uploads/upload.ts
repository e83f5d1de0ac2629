import type { Privacy } from "@/api/types";
import { type Pace, START_PACE, withSample } from "./pace";

/** One file on its way to the server, from the moment it was dropped until its last byte has arrived. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly title: string;
  readonly privacy: Privacy;
  /** Both are known once the server has taken the file's declaration. */
  readonly place: Place | null;
  readonly sentBytes: number;
  readonly pace: Pace;
  readonly phase: Phase;
}

export interface Place {
  readonly uploadUrl: string;
  readonly videoId: string;
}

export type Phase =
  /** In line behind others. */
  | { readonly kind: "queued" }
  | { readonly kind: "sending" }
  | { readonly kind: "paused" }
  /** Goes on by itself when that is back. */
  | { readonly kind: "waiting"; readonly lack: Lack }
  /** The page was loaded anew: it goes on once the person picks the same file again. */
  | { readonly kind: "interrupted" }
  | { readonly kind: "sent" }
  | { readonly kind: "failed"; readonly failure: Failure };

export type Lack = "network" | "server" | "sign-in";

export interface Failure {
  readonly code: FailureCode;
  /** The server's own sentence, for codes that this program has none for. */
  readonly detail: string;
}

export type FailureCode =
  | "too_large"
  | "quota_exceeded"
  | "storage_full"
  | "too_many_open"
  | "not_a_video"
  | "expired"
  | "unreadable"
  | "refused";

export type UploadEvent =
  | { readonly kind: "placed"; readonly place: Place }
  | { readonly kind: "begun"; readonly at: number }
  | { readonly kind: "progressed"; readonly bytes: number; readonly at: number }
  | { readonly kind: "paused" }
  | { readonly kind: "resumed" }
  | { readonly kind: "lost"; readonly lack: Lack }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "finished" };

/** What the event makes of the upload; the same object where the event comes too late to matter. */
export function after(upload: Upload, event: UploadEvent): Upload {
  const { kind } = upload.phase;
  switch (event.kind) {
    case "placed":
      return upload.place === null ? { ...upload, place: event.place } : upload;
    case "begun":
      return kind === "queued" || kind === "waiting"
        ? { ...upload, phase: { kind: "sending" }, pace: withSample(START_PACE, event.at, upload.sentBytes) }
        : upload;
    case "progressed":
      return kind === "sending"
        ? { ...upload, sentBytes: event.bytes, pace: withSample(upload.pace, event.at, event.bytes) }
        : upload;
    case "paused":
      return kind === "queued" || kind === "sending" || kind === "waiting" ? to(upload, { kind: "paused" }) : upload;
    case "resumed":
      return kind === "paused" || kind === "failed" || kind === "waiting" || kind === "interrupted"
        ? to(upload, { kind: "queued" })
        : upload;
    case "lost":
      return kind === "sending" || kind === "queued" ? to(upload, { kind: "waiting", lack: event.lack }) : upload;
    case "failed":
      return kind === "sent" ? upload : to(upload, { kind: "failed", failure: event.failure });
    case "finished":
      return kind === "sending" || kind === "interrupted"
        ? { ...to(upload, { kind: "sent" }), sentBytes: upload.fileSize }
        : upload;
  }
}

const to = (upload: Upload, phase: Phase): Upload => ({ ...upload, phase, pace: START_PACE });

/** Whether closing the page would interrupt it. */
export const inFlight = ({ phase: { kind } }: Upload): boolean =>
  kind === "queued" || kind === "sending" || kind === "waiting";

/** A failed upload that may work if tried again as it is. */
export const retryable = ({ code }: Failure): boolean =>
  code === "quota_exceeded" || code === "storage_full" || code === "too_many_open" || code === "refused";

export const percentOf = ({ sentBytes, fileSize }: Upload): number =>
  fileSize === 0 ? 0 : Math.min(100, (sentBytes / fileSize) * 100);

/** A title from a file's name: no ending, no underscores. */
export function titleFrom(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]{1,8}$/, "")
    .replace(/[_\s]+/g, " ")
    .trim();
  return (
    Array.from(stem || fileName)
      .slice(0, 255)
      .join("")
      .trim() || "Video"
  );
}
