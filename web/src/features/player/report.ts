import { api, session } from "@/api/client";
import { LocalPositions } from "./resume";
import type { WatchEvent } from "./WatchEvents";
import type { Play } from "./WatchReporter";

export const localPositions = new LocalPositions();

/** Tells the server what was watched, and where to resume. A lost report is no reason to disturb anybody. */
export function reportPlay(videoId: string, duration: number, play: Play): void {
  const path = { id: videoId };
  localPositions.set(videoId, play.ended ? 0 : play.position);
  void api
    .POST("/api/v1/videos/{id}/views", {
      params: { path },
      body: {
        session_id: play.sessionId,
        played_seconds: play.playedSeconds,
        position: play.position,
        ended: play.ended,
      },
      keepalive: true,
    })
    .catch(() => undefined);
  if (session.snapshot().kind === "anonymous" || duration <= 0) return;
  void api
    .POST("/api/v1/videos/{id}/watch-position", {
      params: { path },
      body: { position: play.position, duration },
      keepalive: true,
    })
    .catch(() => undefined);
}

/** Tells the server what the player did. Kept of signed-in viewers only. */
export function reportEvents(videoId: string, sessionId: string, events: WatchEvent[]): void {
  if (session.snapshot().kind === "anonymous") return;
  void api
    .POST("/api/v1/videos/{id}/watch-events", {
      params: { path: { id: videoId } },
      body: { session_id: sessionId, events },
      keepalive: true,
    })
    .catch(() => undefined);
}
