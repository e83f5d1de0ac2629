import { isNetworkProblem, ProblemError } from "@/api/problem";

/** A saved state of what is edited, with the tag that an edit of it must name. */
export interface Saved<F> {
  readonly fields: F;
  readonly tag: string | null;
}

export interface AutosaveParts<F> {
  /** @throws ProblemError with status 412 when somebody edited meanwhile */
  save(changes: Partial<F>, tag: string | null): Promise<Saved<F>>;
  load(): Promise<Saved<F>>;
  /** What would be refused anyway is kept here until it is mended. */
  valid(name: keyof F, value: F[keyof F]): boolean;
  /** Runs something later; the answer takes that back. */
  later(milliseconds: number, work: () => void): () => void;
}

export type SaveState =
  | { readonly kind: "saved" }
  /** Typed, not sent yet. */
  | { readonly kind: "editing" }
  | { readonly kind: "saving" }
  /** The server is out of reach; what was typed is kept and sent when it is back. */
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly error: unknown };

export interface AutosaveSnapshot<F> {
  /** What the person sees: their own edits over what is saved. */
  readonly edits: Readonly<Partial<F>>;
  readonly state: SaveState;
  /** Fields that were changed elsewhere and here since they were read; what was typed here won. */
  readonly contested: readonly (keyof F)[];
}

const PAUSE_MS = 700;
const RETRIES_MS = [2_000, 5_000, 15_000, 30_000];

/**
 * Saves fields as one types: a moment after the last keystroke, one request at a time, only what changed.
 *
 * A typed edit stays in `edits` until `settle`, so that what the server makes of it (trimmed spaces) never moves the
 * caret; a choice only until it is saved, for its field may be changed elsewhere.
 * When somebody else edited meanwhile (412), the newest state is read and the own changes are laid over it: fields not
 * touched here take the other's value, fields touched on both sides keep this one and are named in `contested`.
 */
export class Autosave<F extends object> {
  private edits: Partial<F> = {};
  private readonly dirty = new Set<keyof F>();
  /** Fields that show what is saved, once their edit is. */
  private readonly settled = new Set<keyof F>();
  private saved: Saved<F> | null = null;
  private state: SaveState = { kind: "saved" };
  private contested: readonly (keyof F)[] = [];
  private current: AutosaveSnapshot<F> = { edits: this.edits, state: this.state, contested: [] };
  private cancelTimer: () => void = () => {};
  private running: Promise<void> | null = null;
  private failures = 0;
  private readonly listeners = new Set<() => void>();
  private readonly parts: AutosaveParts<F>;

  constructor(parts: AutosaveParts<F>) {
    this.parts = parts;
  }

  readonly snapshot = (): AutosaveSnapshot<F> => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether leaving now would lose something. */
  get unsaved(): boolean {
    return this.dirty.size > 0;
  }

  edit<K extends keyof F>(name: K, value: F[K]): void {
    this.edits = { ...this.edits, [name]: value };
    this.dirty.add(name);
    this.settled.delete(name);
    this.contested = this.contested.filter((each) => each !== name);
    if (this.running === null) this.become({ kind: "editing" });
    else this.tell();
    this.schedule(PAUSE_MS);
  }

  /** An edit of a field that has no caret. */
  choose<K extends keyof F>(name: K, value: F[K]): void {
    this.edit(name, value);
    this.settled.add(name);
  }

  /** The person has left the field: from now on it shows what is saved, once it is. */
  settle(name: keyof F): void {
    this.settled.add(name);
    if (this.dirty.has(name)) void this.flush();
    else this.dropSettled();
  }

  /** The person has left the form, and with it every field. */
  close(): void {
    for (const name of names(this.edits)) this.settled.add(name);
    this.dropSettled();
    void this.flush();
  }

  /** Saves what is left to save, now. */
  async flush(): Promise<void> {
    this.cancelTimer();
    if (this.running !== null) await this.running;
    if (this.ready().length > 0) {
      this.running ??= this.run().finally(() => {
        this.running = null;
        // Typed while the request ran.
        if (this.state.kind === "saved" && this.ready().length > 0) this.schedule(PAUSE_MS);
      });
      await this.running;
    } else if (this.dirty.size === 0) this.become({ kind: "saved" });
  }

  /** Another try when the network is back. */
  readonly wake = (): void => {
    if (this.state.kind === "waiting") void this.flush();
  };

  private ready(): (keyof F)[] {
    return [...this.dirty].filter((name) => this.parts.valid(name, this.edits[name] as F[keyof F]));
  }

  private async run(): Promise<void> {
    this.become({ kind: "saving" });
    const sent: Partial<F> = {};
    for (const name of this.ready()) sent[name] = this.edits[name];
    try {
      this.saved ??= await this.parts.load();
      await this.send(sent);
      this.failures = 0;
      this.become({ kind: this.dirty.size > 0 ? "editing" : "saved" });
    } catch (error) {
      this.fail(error);
    }
  }

  private async send(sent: Partial<F>): Promise<void> {
    const base = this.saved;
    try {
      this.saved = await this.parts.save(sent, base?.tag ?? null);
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 412)) throw error;
      const newest = await this.parts.load();
      this.contested = names(sent).filter((name) => base && !same(base.fields[name], newest.fields[name]));
      this.drop(names(this.edits).filter((name) => !this.dirty.has(name)));
      this.saved = await this.parts.save(sent, newest.tag);
    }
    for (const name of names(sent)) if (same(this.edits[name], sent[name])) this.dirty.delete(name);
    this.dropSettled();
  }

  private fail(error: unknown): void {
    const transient = isNetworkProblem(error) || (error instanceof ProblemError && again(error.status));
    if (!transient) {
      this.become({ kind: "refused", error });
      return;
    }
    this.become({ kind: "waiting" });
    const wait = RETRIES_MS[Math.min(this.failures++, RETRIES_MS.length - 1)] ?? 30_000;
    this.schedule(wait);
  }

  private schedule(milliseconds: number): void {
    this.cancelTimer();
    this.cancelTimer = this.parts.later(milliseconds, () => void this.flush());
  }

  private dropSettled(): void {
    this.drop([...this.settled].filter((name) => !this.dirty.has(name)));
  }

  private drop(gone: (keyof F)[]): void {
    const left = { ...this.edits };
    for (const name of gone) delete left[name];
    this.edits = left;
    this.tell();
  }

  private become(state: SaveState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    this.current = { edits: this.edits, state: this.state, contested: this.contested };
    for (const listener of this.listeners) listener();
  }
}

const names = <F extends object>(fields: Partial<F>): (keyof F)[] => Object.keys(fields) as (keyof F)[];
const again = (status: number): boolean => status === 429 || (status >= 500 && status !== 507);

/** Texts by value, lists by their parts. */
function same(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((each, index) => each === b[index])
    : a === b;
}
