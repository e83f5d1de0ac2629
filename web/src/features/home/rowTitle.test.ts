import { describe, expect, it } from "vitest";
import type { RecommendationReason, RecommendedVideo } from "@/api/types";
import { becauseOf } from "./rowTitle";

const row = (...reasons: RecommendationReason[]) => ({
  video: "seed",
  videos: reasons.map((reason) => ({ reason }) as RecommendedVideo),
});

describe("becauseOf", () => {
  it("says liked as soon as one video of the row follows from a like of its seed", () => {
    expect(becauseOf(row({ kind: "similar", video: "seed" }, { kind: "liked", video: "seed" }))).toBe("liked");
  });

  it("says watched otherwise", () => {
    expect(becauseOf(row({ kind: "watched", video: "seed" }))).toBe("watched");
    expect(becauseOf(row({ kind: "liked", video: "another" }))).toBe("watched");
    expect(becauseOf(row())).toBe("watched");
  });
});
