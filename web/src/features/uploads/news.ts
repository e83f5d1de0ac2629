import { inFlight, type Upload } from "./upload";

export type News =
  | { readonly kind: "sent" | "failed" | "waiting"; readonly name: string }
  | { readonly kind: "sending"; readonly percent: number };

/** What is worth saying aloud about the step from one moment to the next: ends, troubles, and each quarter of the way. */
export function newsBetween(before: readonly Upload[], now: readonly Upload[]): News | null {
  for (const upload of now) {
    const earlier = before.find(({ id }) => id === upload.id);
    const { kind } = upload.phase;
    if (earlier && earlier.phase.kind !== kind && (kind === "sent" || kind === "failed" || kind === "waiting")) {
      return { kind, name: upload.title };
    }
  }
  const quarter = quarterOf(now);
  return quarter > 0 && quarter > quarterOf(before) ? { kind: "sending", percent: quarter * 25 } : null;
}

function quarterOf(uploads: readonly Upload[]): number {
  const moving = uploads.filter(inFlight);
  const total = moving.reduce((sum, { fileSize }) => sum + fileSize, 0);
  return total === 0 ? 0 : Math.floor((moving.reduce((sum, { sentBytes }) => sum + sentBytes, 0) / total) * 4);
}
