import { useSyncExternalStore } from "react";
import { ProblemError } from "@/api/problem";
import { declareReplacement, end, type Transfer, type TransferListener, transfer } from "../uploads/server";
import type { Place } from "../uploads/upload";

/** A new file of a video on its way to the server, in this tab. It goes on while one browses. */
export interface Sending {
  readonly fileName: string;
  readonly fileSize: number;
  readonly sentBytes: number;
  /** Why it stopped; `null` while it goes on. */
  readonly error: unknown;
}

interface Work {
  readonly file: File;
  place: Place | null;
  transfer: Transfer | null;
}

export interface ReplacingParts {
  declare(file: File, videoId: string): Promise<Place>;
  transfer(file: Blob, uploadUrl: string, listener: TransferListener): Promise<Transfer>;
  end(uploadUrl: string): Promise<void>;
}

/** The new files that this tab sends, by video. What the server has of a stopped one is not sent again. */
export class Replacing {
  private sendings: ReadonlyMap<string, Sending> = new Map();
  private readonly works = new Map<string, Work>();
  private readonly listeners = new Set<() => void>();
  private readonly parts: ReplacingParts;

  constructor(parts: ReplacingParts) {
    this.parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(videoId: string): Sending | undefined {
    return this.sendings.get(videoId);
  }

  /** Whether closing the page would interrupt one. */
  get busy(): boolean {
    return [...this.sendings.values()].some(({ error }) => error === null);
  }

  async start(videoId: string, file: File): Promise<void> {
    const before = this.works.get(videoId);
    const work: Work = { file, place: before?.file === file ? before.place : null, transfer: null };
    this.works.set(videoId, work);
    const wanted = () => this.works.get(videoId) === work;
    this.put(videoId, { fileName: file.name, fileSize: file.size, sentBytes: 0, error: null });
    try {
      work.place ??= await this.parts.declare(file, videoId);
      const { uploadUrl } = work.place;
      if (!wanted()) {
        // Cancelled while the server was asked.
        await this.parts.end(uploadUrl).catch(() => undefined);
        return;
      }
      const running = await this.parts.transfer(file, uploadUrl, {
        progressed: (bytes) => wanted() && this.change(videoId, { sentBytes: bytes }),
        finished: () => wanted() && this.forget(videoId),
        stopped: (error) => wanted() && this.change(videoId, { error }),
      });
      if (wanted()) work.transfer = running;
      else running.stop();
    } catch (error) {
      if (wanted()) this.change(videoId, { error });
    }
  }

  /** Goes on with one that has stopped. */
  again(videoId: string): void {
    const work = this.works.get(videoId);
    if (work) void this.start(videoId, work.file);
  }

  /** Takes the new file back; the video stays as it is. */
  async cancel(videoId: string): Promise<void> {
    const work = this.works.get(videoId);
    work?.transfer?.stop();
    this.forget(videoId);
    if (work?.place) {
      await this.parts.end(work.place.uploadUrl).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
      });
    }
  }

  private forget(videoId: string): void {
    this.works.delete(videoId);
    const sendings = new Map(this.sendings);
    sendings.delete(videoId);
    this.tell(sendings);
  }

  private change(videoId: string, changes: Partial<Sending>): void {
    const sending = this.sendings.get(videoId);
    if (sending) this.put(videoId, { ...sending, ...changes });
  }

  private put(videoId: string, sending: Sending): void {
    this.tell(new Map(this.sendings).set(videoId, sending));
  }

  private tell(sendings: ReadonlyMap<string, Sending>): void {
    this.sendings = sendings;
    for (const listener of this.listeners) listener();
  }
}

export const replacing = new Replacing({ declare: declareReplacement, transfer, end });

window.addEventListener("beforeunload", (event) => {
  if (replacing.busy) event.preventDefault();
});

export const useSending = (videoId: string): Sending | undefined =>
  useSyncExternalStore(replacing.subscribe, () => replacing.of(videoId));
