/** What a channel says; `reset` means that something may have been missed: read the state anew. */
export interface ChannelMessage {
  readonly type: string;
  readonly data: unknown;
}

export const RESET: ChannelMessage = { type: "reset", data: null };

/** What comes from the server; docs/realtime.md lists it. */
export interface ServerMessage {
  readonly type: string;
  readonly channel?: string;
  readonly data?: unknown;
  readonly seq?: number;
  readonly epoch?: string;
  readonly code?: string;
}

export function parseMessage(text: unknown): ServerMessage | null {
  if (typeof text !== "string") return null;
  try {
    const message = JSON.parse(text) as ServerMessage | null;
    return message !== null && typeof message === "object" && typeof message.type === "string" ? message : null;
  } catch {
    return null;
  }
}
