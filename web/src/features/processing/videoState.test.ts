import { describe, expect, test } from "vitest";
import { isMoving, isPlayable, stateOf } from "./videoState";

const at = (
  stage: Parameters<typeof stateOf>[0]["stage"],
  status: Parameters<typeof stateOf>[0]["status"],
  progress = 40,
) => stateOf({ stage, status, progress });

describe("a video's state", () => {
  test("is preparing until it can be watched, then polishing until all is there", () => {
    expect(at("uploading", "uploading")).toEqual({ kind: "uploading", percent: 40 });
    for (const stage of ["queued", "probing", "publishing", "encoding"] as const) {
      expect(at(stage, "processing")).toEqual({ kind: "preparing" });
    }
    expect(at("encoding", "ready")).toEqual({ kind: "polishing", percent: 40, secondsLeft: null });
    expect(at("finishing", "ready")).toMatchObject({ kind: "polishing", percent: 100 });
    expect(at("done", "ready")).toEqual({ kind: "done" });
  });

  test("says whether it moves and whether it plays", () => {
    expect(isMoving(at("queued", "processing"))).toBe(true);
    expect(isMoving(at("done", "ready"))).toBe(false);
    expect(isPlayable(at("publishing", "processing"))).toBe(false);
    expect(isPlayable(at("encoding", "ready"))).toBe(true);
  });

  test("what failed after it was published still plays", () => {
    const error = { code: "encoder", detail: "It stopped." };
    expect(stateOf({ stage: "failed", status: "failed", progress: 0, error })).toEqual({
      kind: "failed",
      error,
      playable: false,
    });
    expect(isPlayable(stateOf({ stage: "failed", status: "ready", progress: 0, error }))).toBe(true);
    expect(isMoving(stateOf({ stage: "failed", status: "ready", progress: 0 }))).toBe(false);
  });
});
