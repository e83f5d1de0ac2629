import type { Privacy } from "@/api/types";
import type { PendingUploads } from "./PendingUploads";
import { START_PACE } from "./pace";
import type { Declaration, Transfer, TransferListener, Verdict } from "./server";
import { after, inFlight, type Lack, type Place, titleFrom, type Upload, type UploadEvent } from "./upload";

export interface QueueParts {
  declare(declaration: Declaration): Promise<Place>;
  offsetOf(uploadUrl: string): Promise<number>;
  end(uploadUrl: string): Promise<void>;
  transfer(file: Blob, uploadUrl: string, listener: TransferListener): Promise<Transfer>;
  verdictOn(error: unknown): Verdict;
  fingerprint(file: Blob): Promise<string>;
  pending: PendingUploads;
  /** Uploads that run in other tabs of this browser. */
  runningElsewhere(): Promise<ReadonlySet<string>>;
  signedIn(): boolean;
  now(): number;
  newId(): string;
  later(milliseconds: number, work: () => void): () => void;
}

/** At once; more would only share the same line. */
const LANES = 2;
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Pictures of progress a second: enough for the eye, few enough for the page. */
const TELL_EVERY_MS = 200;

/**
 * All uploads of this tab. It lives above the pages, so that they go on while one browses.
 *
 * A file is declared to the server at once, so that its video exists and can be described while it waits its turn. What
 * stops a transfer either passes (then it goes on by itself, more patiently each time) or is final and is shown. Bytes
 * that the server has are never sent again: each start asks for the offset first.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly files = new Map<string, File>();
  private readonly transfers = new Map<string, Transfer | "starting">();
  private readonly attempts = new Map<string, number>();
  private readonly timers = new Map<string, () => void>();
  private readonly listeners = new Set<() => void>();
  private userId: string | null = null;
  /** Files given before it was known who gives them. */
  private readonly early: ((userId: string) => void)[] = [];
  private toldAt = 0;
  private telling: (() => void) | null = null;
  private readonly parts: QueueParts;

  constructor(parts: QueueParts) {
    this.parts = parts;
  }

  readonly snapshot = (): readonly Upload[] => this.uploads;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whose uploads these are. Brings back what was interrupted; another person's do not appear. */
  async begin(userId: string): Promise<void> {
    if (this.userId === userId) {
      this.wake("sign-in");
      return;
    }
    this.clear();
    this.userId = userId;
    for (const takeIn of this.early.splice(0)) takeIn(userId);
    const kept = this.parts.pending.of(userId);
    if (kept.length === 0) return;
    const elsewhere = await this.parts.runningElsewhere();
    if (this.userId !== userId) return;
    for (const each of kept) {
      if (elsewhere.has(each.id) || this.find(each.id)) continue;
      const { id, fileName, fileSize, title, privacy, uploadUrl, videoId, sent } = each;
      const sentBytes = sent ? fileSize : 0;
      const phase = { kind: sent ? ("sent" as const) : ("interrupted" as const) };
      const place = { uploadUrl, videoId };
      this.put({ id, fileName, fileSize, title, privacy, place, sentBytes, pace: START_PACE, phase });
      if (!sent) void this.compare(id, uploadUrl);
    }
  }

  /** The network is gone, or nobody is signed in any more: sending stops until `wake`. */
  interrupt(lack: "network" | "sign-in"): void {
    for (const upload of this.uploads) {
      if (upload.phase.kind !== "sending") continue;
      this.stop(upload.id);
      this.apply(upload.id, { kind: "lost", lack });
    }
  }

  /** Ids of what this tab works on, for other tabs that ask. */
  running(): string[] {
    return this.uploads.filter((upload) => upload.phase.kind !== "interrupted").map(({ id }) => id);
  }

  get busy(): boolean {
    return this.uploads.some(inFlight);
  }

  /**
   * Takes a file in. `doubled`: its bytes are on their way already. A file that comes before its owner is known, because
   * the page is still loading or asks to sign in, waits for `begin`.
   */
  async add(file: File, privacy: Privacy): Promise<"added" | "doubled"> {
    const owner = this.userId ?? (await new Promise<string>((takeIn) => this.early.push(takeIn)));
    const print = await this.parts.fingerprint(file).catch(() => null);
    const before = this.parts.pending.of(owner).find((each) => each.fingerprint === print && !each.sent);
    const present = before && this.find(before.id);
    if (present?.phase.kind === "interrupted") {
      this.go(present.id, file);
      return "added";
    }
    if (present && inFlight(present)) return "doubled";
    const id = this.parts.newId();
    this.files.set(id, file);
    this.put({
      id,
      fileName: file.name,
      fileSize: file.size,
      title: titleFrom(file.name),
      privacy,
      place: null,
      sentBytes: 0,
      pace: START_PACE,
      phase: print === null ? { kind: "failed", failure: { code: "unreadable", detail: "" } } : { kind: "queued" },
    });
    if (print !== null) await this.declare(id, print);
    return "added";
  }

  /** Goes on with an interrupted upload. `false`: it is another file. */
  async attach(id: string, file: File): Promise<boolean> {
    const kept = this.parts.pending.of(this.userId ?? "").find((each) => each.id === id);
    const same = kept?.fingerprint === (await this.parts.fingerprint(file).catch(() => null));
    if (same) this.go(id, file);
    return same;
  }

  pause(id: string): void {
    this.stop(id);
    this.apply(id, { kind: "paused" });
    this.fill();
  }

  resume(id: string): void {
    this.attempts.delete(id);
    this.cancelTimer(id);
    this.apply(id, { kind: "resumed" });
    void this.redeclare(id);
  }

  /** Takes the upload back: the bytes on the server and the video go too. */
  async cancel(id: string): Promise<void> {
    const place = this.find(id)?.place;
    this.forget(id);
    this.fill();
    if (place) await this.parts.end(place.uploadUrl);
  }

  /** Takes it off the list; a sent video stays. */
  forget(id: string): void {
    this.stop(id);
    this.files.delete(id);
    this.attempts.delete(id);
    this.parts.pending.remove(id);
    this.uploads = this.uploads.filter((each) => each.id !== id);
    this.tell();
  }

  /** Processing was seen to end: nothing needs to be remembered over a reload. */
  settled(id: string): void {
    this.parts.pending.remove(id);
  }

  /** What was lacking is back: all that wait for it go on at once. */
  readonly wake = (lack: Lack): void => {
    for (const upload of this.uploads) {
      if (upload.phase.kind === "waiting" && upload.phase.lack === lack) this.resume(upload.id);
    }
  };

  private go(id: string, file: File): void {
    this.files.set(id, file);
    this.resume(id);
  }

  private async compare(id: string, uploadUrl: string): Promise<void> {
    try {
      const bytes = await this.parts.offsetOf(uploadUrl);
      const upload = this.find(id);
      if (!upload) return;
      if (bytes >= upload.fileSize) this.finish(id);
      else this.put({ ...upload, sentBytes: bytes });
    } catch (error) {
      const verdict = this.parts.verdictOn(error);
      if (verdict.kind === "failed") this.apply(id, verdict);
    }
  }

  private async declare(id: string, print: string): Promise<void> {
    const upload = this.find(id);
    const file = this.files.get(id);
    const owner = this.userId;
    if (!upload || !file || owner === null) return;
    const { fileName, fileSize, title, privacy } = upload;
    try {
      const place = await this.parts.declare({ fileName, fileSize, title, privacy, fileType: file.type });
      if (!this.find(id)) {
        // Cancelled while the server was asked.
        await this.parts.end(place.uploadUrl).catch(() => undefined);
        return;
      }
      this.parts.pending.put({
        ...{ id, userId: owner, fileName, fileSize, title, privacy, fingerprint: print },
        ...place,
        sent: false,
        savedAt: this.parts.now(),
      });
      this.apply(id, { kind: "placed", place });
      this.fill();
    } catch (error) {
      this.stopped(id, error);
    }
  }

  /** On after a stop: what was never declared, or has expired, is declared first. */
  private async redeclare(id: string): Promise<void> {
    const file = this.files.get(id);
    const upload = this.find(id);
    if (!file || !upload || upload.place) this.fill();
    else {
      const print = await this.parts.fingerprint(file).catch(() => null);
      if (print === null) this.apply(id, { kind: "failed", failure: { code: "unreadable", detail: "" } });
      else await this.declare(id, print);
    }
  }

  private fill(): void {
    for (const upload of this.uploads) {
      if (this.transfers.size >= LANES) return;
      if (upload.phase.kind === "queued" && upload.place && this.files.has(upload.id)) void this.send(upload.id);
    }
  }

  private async send(id: string): Promise<void> {
    const place = this.find(id)?.place;
    const file = this.files.get(id);
    if (!place || !file || this.transfers.has(id)) return;
    this.transfers.set(id, "starting");
    this.apply(id, { kind: "begun", at: this.parts.now() });
    let mine = true;
    const transfer = await this.parts
      .transfer(file, place.uploadUrl, {
        progressed: (bytes) => mine && this.progressed(id, bytes),
        finished: () => mine && this.finish(id),
        stopped: (error) => mine && this.stopped(id, error),
      })
      .catch((error: unknown) => {
        this.stopped(id, error);
        return null;
      });
    if (transfer === null) return;
    const stop = () => {
      mine = false;
      transfer.stop();
    };
    // Paused or cancelled while it started.
    if (this.transfers.get(id) !== "starting") {
      if (this.find(id)?.phase.kind !== "sent") stop();
    } else this.transfers.set(id, { stop });
  }

  private progressed(id: string, bytes: number): void {
    const before = this.find(id)?.sentBytes ?? 0;
    if (bytes > before) this.attempts.delete(id);
    this.apply(id, { kind: "progressed", bytes, at: this.parts.now() }, false);
  }

  private finish(id: string): void {
    this.transfers.delete(id);
    this.files.delete(id);
    this.apply(id, { kind: "finished" });
    this.parts.pending.change(id, { sent: true });
    this.fill();
  }

  private stopped(id: string, error: unknown): void {
    this.transfers.delete(id);
    const verdict = this.parts.verdictOn(error);
    if (verdict.kind === "lost") this.lost(id, verdict.lack);
    else {
      this.apply(id, verdict);
      if (verdict.failure.code === "expired") this.parts.pending.remove(id);
    }
    this.fill();
  }

  private lost(id: string, lack: Lack): void {
    const signedOut = lack === "sign-in" && !this.parts.signedIn();
    this.apply(id, { kind: "lost", lack: lack === "sign-in" && !signedOut ? "server" : lack });
    if (signedOut) return;
    const attempt = this.attempts.get(id) ?? 0;
    this.attempts.set(id, attempt + 1);
    // A token that ran out in mid-transfer has been renewed by now: no reason to wait.
    const wait = lack === "sign-in" && attempt === 0 ? 0 : (WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 30_000);
    this.cancelTimer(id);
    const again = () => {
      this.timers.delete(id);
      this.apply(id, { kind: "resumed" });
      void this.redeclare(id).then(() => this.unreadable(id));
    };
    this.timers.set(id, this.parts.later(wait, again));
  }

  /** Browsers report a file that was moved or changed as a broken line; reading it tells them apart. */
  private async unreadable(id: string): Promise<void> {
    const file = this.files.get(id);
    if (!file) return;
    try {
      await file.slice(0, 1).arrayBuffer();
    } catch {
      this.stop(id);
      this.apply(id, { kind: "failed", failure: { code: "unreadable", detail: "" } });
    }
  }

  private stop(id: string): void {
    this.cancelTimer(id);
    const transfer = this.transfers.get(id);
    this.transfers.delete(id);
    if (transfer && transfer !== "starting") transfer.stop();
  }

  private cancelTimer(id: string): void {
    this.timers.get(id)?.();
    this.timers.delete(id);
  }

  private clear(): void {
    for (const { id } of this.uploads) this.stop(id);
    this.files.clear();
    this.attempts.clear();
    this.uploads = [];
    this.tell();
  }

  private find(id: string): Upload | undefined {
    return this.uploads.find((each) => each.id === id);
  }

  private apply(id: string, event: UploadEvent, atOnce = true): void {
    const upload = this.find(id);
    const next = upload ? after(upload, event) : undefined;
    if (next !== undefined && next !== upload) this.put(next, atOnce);
  }

  private put(upload: Upload, atOnce = true): void {
    const known = this.uploads.some(({ id }) => id === upload.id);
    this.uploads = known
      ? this.uploads.map((each) => (each.id === upload.id ? upload : each))
      : [...this.uploads, upload];
    if (atOnce || this.parts.now() - this.toldAt >= TELL_EVERY_MS) this.tell();
    else this.telling ??= this.parts.later(TELL_EVERY_MS, () => this.tell());
  }

  private tell(): void {
    this.telling?.();
    this.telling = null;
    this.toldAt = this.parts.now();
    for (const listener of this.listeners) listener();
  }
}
