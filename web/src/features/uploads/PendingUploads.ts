import type { Privacy } from "@/api/types";

/** What must be remembered of an upload so that it can go on after the page was loaded anew. */
export interface PendingUpload {
  id: string;
  userId: string;
  fileName: string;
  fileSize: number;
  fingerprint: string;
  title: string;
  privacy: Privacy;
  uploadUrl: string;
  videoId: string;
  /** All bytes have arrived; it is remembered until its processing was seen to end. */
  sent: boolean;
  savedAt: number;
}

interface Slot {
  get(): string | null;
  set(value: string | null): void;
}

const KEPT_MS = 7 * 86_400_000;

/** The pending uploads of all people of this browser, in one text of its storage. Each change reads it anew: tabs share it. */
export class PendingUploads {
  private readonly slot: Slot;
  private readonly now: () => number;

  constructor(slot: Slot, now: () => number) {
    this.slot = slot;
    this.now = now;
  }

  of(userId: string): PendingUpload[] {
    return this.read().filter((each) => each.userId === userId);
  }

  put(upload: PendingUpload): void {
    this.write([...this.read().filter((each) => each.id !== upload.id), upload]);
  }

  change(id: string, changes: Partial<PendingUpload>): void {
    this.write(this.read().map((each) => (each.id === id ? { ...each, ...changes } : each)));
  }

  remove(id: string): void {
    this.write(this.read().filter((each) => each.id !== id));
  }

  private read(): PendingUpload[] {
    try {
      const kept: unknown = JSON.parse(this.slot.get() ?? "[]");
      return Array.isArray(kept) ? kept.filter(isPending).filter((each) => this.now() - each.savedAt < KEPT_MS) : [];
    } catch {
      return [];
    }
  }

  private write(all: PendingUpload[]): void {
    this.slot.set(all.length === 0 ? null : JSON.stringify(all));
  }
}

/** Storage is the person's: it may hold what another version, or anybody, wrote there. */
function isPending(value: unknown): value is PendingUpload {
  if (typeof value !== "object" || value === null) return false;
  const each = value as Record<string, unknown>;
  return (
    ["id", "userId", "fileName", "fingerprint", "title", "privacy", "uploadUrl", "videoId"].every(
      (key) => typeof each[key] === "string",
    ) &&
    typeof each.fileSize === "number" &&
    typeof each.savedAt === "number" &&
    typeof each.sent === "boolean" &&
    String(each.uploadUrl).startsWith("/")
  );
}
