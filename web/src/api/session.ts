import type { Tokens } from "./types";

/**
 * Who is signed in, in this browser.
 *
 * The access token lives in memory only; the refresh token is an HttpOnly cookie that no script can read. Refreshing
 * is single-flight in a tab (one promise) and across tabs (a Web Lock), because the server rotates the refresh token
 * and takes a second use of an old one for theft. A tab hands a fresh access token to the others, so that mostly one
 * of them asks. `localStorage` holds only the fact that somebody is signed in, to spare anonymous visitors the call.
 */
export type SessionState =
  /** Nothing has been asked yet; the first use of a token decides. */
  | { readonly kind: "unknown" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "signed-in"; readonly accessToken: string; readonly expiresAt: number };

export interface SessionParts {
  /** Asks the server for new tokens by the cookie; `null` when it says that nobody is signed in; throws when unreachable. */
  refresh(): Promise<TokenGrant | null>;
  logout(): Promise<void>;
  now(): number;
  /** Runs alone among all tabs of this site. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  channel: SessionChannel;
  hint: { get(): boolean; set(signedIn: boolean): void };
}

export type TokenGrant = Pick<Tokens, "access_token" | "expires_in">;

export interface SessionChannel {
  post(message: SessionMessage): void;
  listen(receive: (message: SessionMessage) => void): void;
}

export type SessionMessage = { kind: "signed-in"; accessToken: string; expiresAt: number } | { kind: "signed-out" };

/** A token this close to its end is renewed before it is used. */
const MARGIN_MS = 30_000;

export class Session {
  private state: SessionState;
  private renewal: Promise<string | null> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly parts: SessionParts;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.state = parts.hint.get() ? { kind: "unknown" } : { kind: "anonymous" };
    parts.channel.listen((message) => this.receive(message));
  }

  readonly snapshot = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A token that is good for now, renewed when needed; `null` for an anonymous visitor. Throws when unreachable. */
  async accessToken(): Promise<string | null> {
    if (this.state.kind === "anonymous") return null;
    return this.usableToken() ?? this.renew();
  }

  /** After the server refused `stale`: another token, or `null` when nobody is signed in any more. */
  async replace(stale: string): Promise<string | null> {
    const current = this.usableToken();
    return current !== null && current !== stale ? current : this.renew(stale);
  }

  signIn(grant: TokenGrant): void {
    this.become(this.granted(grant), true);
  }

  /** Signs out here and in the other tabs at once, whatever the server says. */
  async signOut(): Promise<void> {
    this.become({ kind: "anonymous" }, true);
    await this.parts.exclusively(() => this.parts.logout()).catch(() => undefined);
  }

  private renew(stale?: string): Promise<string | null> {
    this.renewal ??= this.renewAlone(stale).finally(() => {
      this.renewal = null;
    });
    return this.renewal;
  }

  private renewAlone(stale: string | undefined): Promise<string | null> {
    return this.parts.exclusively(async () => {
      // Another tab may have renewed while this one waited for its turn.
      const meanwhile = this.usableToken();
      if (meanwhile !== null && meanwhile !== stale) return meanwhile;
      if (this.state.kind === "anonymous") return null;
      const grant = await this.parts.refresh();
      if (grant === null) {
        this.become({ kind: "anonymous" }, true);
        return null;
      }
      this.become(this.granted(grant), true);
      return grant.access_token;
    });
  }

  private usableToken(): string | null {
    return this.state.kind === "signed-in" && this.state.expiresAt - MARGIN_MS > this.parts.now()
      ? this.state.accessToken
      : null;
  }

  private granted(grant: TokenGrant): SessionState {
    return {
      kind: "signed-in",
      accessToken: grant.access_token,
      expiresAt: this.parts.now() + grant.expires_in * 1000,
    };
  }

  private receive(message: SessionMessage): void {
    this.become(message.kind === "signed-in" ? message : { kind: "anonymous" }, false);
  }

  private become(state: SessionState, tellOthers: boolean): void {
    this.state = state;
    if (tellOthers && state.kind !== "unknown") {
      this.parts.hint.set(state.kind === "signed-in");
      this.parts.channel.post(state.kind === "signed-in" ? state : { kind: "signed-out" });
    }
    for (const listener of this.listeners) listener();
  }
}
