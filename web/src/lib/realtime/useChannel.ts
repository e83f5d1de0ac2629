import { createContext, useContext, useEffect, useRef } from "react";
import type { ChannelHandler, RealtimeSocket } from "./RealtimeSocket";

/** The page's socket; absent in tests of components, which then hear nothing. */
export const RealtimeContext = createContext<Pick<RealtimeSocket, "subscribe"> | null>(null);

/**
 * Listens to a channel (`video:<id>` or `user:<id>`) while the component is shown; `undefined` listens to none. Besides what
 * the channel says, the handler gets `reset` when something may have been missed: read the state anew then. It need not be
 * stable between renders.
 */
export function useChannel(channel: string | undefined, handler: ChannelHandler): void {
  const socket = useContext(RealtimeContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (socket === null || channel === undefined) return undefined;
    return socket.subscribe(channel, (message) => latest.current(message));
  }, [socket, channel]);
}
