import { backoff } from "./backoff";
import { type ChannelMessage, parseMessage, RESET, type ServerMessage } from "./messages";

/** The part of a WebSocket that is used. */
export interface WireSocket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface RealtimeParts {
  /** @param ticket of who is signed in, or `null` */
  open(ticket: string | null): WireSocket;
  /** A ticket that opens one socket; `null` for an anonymous visitor; throws when there is none to be had now. */
  ticket(): Promise<string | null>;
  random(): number;
  /** Calls with whether the page is hidden, at each change. */
  watchHidden(changed: (hidden: boolean) => void): void;
}

export type ChannelHandler = (message: ChannelMessage) => void;

interface Subscription {
  readonly handlers: Set<ChannelHandler>;
  /** The last message's number, by this epoch; absent before the first answer. */
  seq: number | null;
  epoch: string;
  /** Whether the server was asked and has not answered: what comes meanwhile will be sent again. */
  asked: boolean;
}

const PING_MS = 30_000;
const ANSWER_MS = 10_000;
/** A page hidden for longer than this lets go of its socket. */
const HIDDEN_MS = 60_000;
/** After the last subscription the socket stays for a moment: the next page has one too. */
const LINGER_MS = 5_000;

/**
 * One socket for the whole page. It is open while something is subscribed to and the page is not hidden for long; after a cut
 * it comes back by itself and takes up where it was, or says `reset` to who cannot be told what was missed.
 */
export class RealtimeSocket {
  private readonly parts: RealtimeParts;
  private readonly subscriptions = new Map<string, Subscription>();
  private socket: WireSocket | null = null;
  private epoch = "";
  private welcomed = false;
  private opening = false;
  private failures = 0;
  private hidden = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RealtimeParts) {
    this.parts = parts;
    parts.watchHidden((hidden) => this.visibility(hidden));
  }

  /** Returns what ends it. Several may listen to one channel; the server is asked once. */
  subscribe(channel: string, handler: ChannelHandler): () => void {
    let subscription = this.subscriptions.get(channel);
    if (subscription === undefined) {
      subscription = { handlers: new Set(), seq: null, epoch: "", asked: false };
      this.subscriptions.set(channel, subscription);
      if (this.welcomed) this.ask(channel, subscription);
    }
    subscription.handlers.add(handler);
    clearTimeout(this.pause);
    if (this.hidden) this.visibility(true);
    this.connect();
    return () => this.unsubscribe(channel, handler);
  }

  /** Somebody signed in or out: another socket, and everything is read anew. */
  changeUser(): void {
    for (const subscription of this.subscriptions.values()) subscription.epoch = "";
    this.drop();
    clearTimeout(this.retry);
    this.retry = undefined;
    this.connect();
  }

  private unsubscribe(channel: string, handler: ChannelHandler): void {
    const subscription = this.subscriptions.get(channel);
    if (subscription === undefined || !subscription.handlers.delete(handler) || subscription.handlers.size > 0) return;
    this.subscriptions.delete(channel);
    if (this.welcomed) this.send({ type: "unsubscribe", channel });
    if (this.subscriptions.size === 0) this.later(LINGER_MS);
  }

  private visibility(hidden: boolean): void {
    this.hidden = hidden;
    if (hidden) {
      this.later(HIDDEN_MS);
    } else {
      clearTimeout(this.pause);
      this.connect();
    }
  }

  private later(milliseconds: number): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.drop(), milliseconds);
  }

  private connect(): void {
    if (this.socket !== null || this.opening || this.retry !== undefined || this.subscriptions.size === 0) return;
    this.opening = true;
    this.parts.ticket().then(
      (ticket) => {
        this.opening = false;
        if (this.subscriptions.size > 0) this.listen(this.parts.open(ticket));
      },
      () => {
        this.opening = false;
        this.comeBack();
      },
    );
  }

  private listen(socket: WireSocket): void {
    this.socket = socket;
    this.giveUpAfter(ANSWER_MS);
    socket.onmessage = (event) => {
      const message = parseMessage(event.data);
      if (this.socket !== socket || message === null) return;
      this.heard();
      this.receive(message);
    };
    socket.onclose = () => {
      if (this.socket === socket) {
        this.lost();
        this.comeBack();
      }
    };
  }

  private receive(message: ServerMessage): void {
    if (message.type === "welcome") {
      this.welcome(message);
      return;
    }
    const subscription = this.subscriptions.get(message.channel ?? "");
    if (subscription === undefined) return;
    switch (message.type) {
      case "subscribed":
        this.answered(subscription, message.seq ?? 0);
        return;
      case "resumed":
        this.answered(subscription, subscription.seq ?? 0);
        return;
      case "reset":
        this.answered(subscription, message.seq ?? 0);
        this.tell(subscription, RESET);
        return;
      case "error":
        this.refused(message, subscription);
        return;
      default:
        this.news(subscription, message);
    }
  }

  private news(subscription: Subscription, { type, data, seq }: ServerMessage): void {
    if (subscription.asked || seq === undefined || seq <= (subscription.seq ?? -1)) return;
    subscription.seq = seq;
    this.tell(subscription, { type, data });
  }

  private welcome({ epoch, channel, seq }: ServerMessage): void {
    this.epoch = epoch ?? "";
    this.welcomed = true;
    this.failures = 0;
    for (const [name, subscription] of this.subscriptions) {
      // The user's own channel is there without being asked for.
      if (name === channel && subscription.seq === null) this.answered(subscription, seq ?? 0);
      else this.ask(name, subscription);
    }
  }

  private ask(channel: string, subscription: Subscription): void {
    subscription.asked = true;
    if (subscription.seq === null) this.send({ type: "subscribe", channel });
    else this.send({ type: "resume", channel, epoch: subscription.epoch, seq: subscription.seq });
  }

  private answered(subscription: Subscription, seq: number): void {
    subscription.asked = false;
    subscription.seq = seq;
    subscription.epoch = this.epoch;
  }

  /** What there is not stays unsubscribed until the next socket; what is only away is asked for again. */
  private refused({ channel, code }: ServerMessage, subscription: Subscription): void {
    if (code !== "unavailable" || channel === undefined) return;
    setTimeout(
      () => {
        if (this.welcomed && this.subscriptions.get(channel) === subscription) this.ask(channel, subscription);
      },
      backoff(2, () => this.parts.random()),
    );
  }

  private tell(subscription: Subscription, message: ChannelMessage): void {
    for (const handler of [...subscription.handlers]) handler(message);
  }

  /** A socket of which nothing is heard may be dead without saying so: it is asked once, then given up. */
  private heard(): void {
    this.stopClocks();
    this.asking = setTimeout(() => {
      this.send({ type: "ping" });
      this.giveUpAfter(ANSWER_MS);
    }, PING_MS);
  }

  private giveUpAfter(milliseconds: number): void {
    this.silence = setTimeout(() => {
      this.drop();
      this.comeBack();
    }, milliseconds);
  }

  private stopClocks(): void {
    clearTimeout(this.asking);
    clearTimeout(this.silence);
  }

  private send(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }

  private drop(): void {
    const socket = this.socket;
    this.lost();
    socket?.close(1000);
  }

  private lost(): void {
    this.socket = null;
    this.welcomed = false;
    this.stopClocks();
    for (const subscription of this.subscriptions.values()) subscription.asked = true;
  }

  private comeBack(): void {
    if (this.retry !== undefined || this.subscriptions.size === 0) return;
    const wait = backoff(this.failures++, () => this.parts.random());
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.connect();
    }, wait);
  }
}
