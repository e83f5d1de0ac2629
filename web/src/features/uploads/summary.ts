import { isPlayable, type VideoState } from "../processing/videoState";
import { inFlight, type Upload } from "./upload";

/** All uploads in one line: the first of these that holds. */
export type Summary =
  | { readonly kind: "sending"; readonly count: number; readonly percent: number }
  | { readonly kind: "waiting"; readonly percent: number }
  | { readonly kind: "interrupted" | "failed" | "ready"; readonly count: number }
  | { readonly kind: "preparing" };

export function summaryOf(uploads: readonly Upload[], states: ReadonlyMap<string, VideoState>): Summary {
  const count = (kind: Upload["phase"]["kind"]) => uploads.filter(({ phase }) => phase.kind === kind).length;
  const moving = uploads.filter((upload) => inFlight(upload) || upload.phase.kind === "paused");
  const total = moving.reduce((sum, { fileSize }) => sum + fileSize, 0);
  const sent = moving.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  const percent = total === 0 ? 0 : (sent / total) * 100;
  const active = count("sending") + count("queued");
  if (active > 0) return { kind: "sending", count: active, percent };
  if (moving.length > 0) return { kind: "waiting", percent };
  if (count("interrupted") > 0) return { kind: "interrupted", count: count("interrupted") };

  const videos = uploads.map(({ place }) => (place ? states.get(place.videoId) : undefined));
  const failed = count("failed") + videos.filter((state) => state?.kind === "failed" && !state.playable).length;
  if (failed > 0) return { kind: "failed", count: failed };
  const ready = videos.filter((state) => state !== undefined && isPlayable(state)).length;
  return ready < uploads.length ? { kind: "preparing" } : { kind: "ready", count: ready };
}
