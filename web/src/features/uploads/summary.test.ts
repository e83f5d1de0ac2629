import { describe, expect, test } from "vitest";
import type { VideoState } from "../processing/videoState";
import { ladder } from "./ladder";
import { newsBetween } from "./news";
import { START_PACE } from "./pace";
import { summaryOf } from "./summary";
import type { Phase, Upload } from "./upload";

const upload = (id: string, phase: Phase, sentBytes = 0): Upload => ({
  ...{ id, title: id, fileName: id, fileSize: 100, privacy: "public", pace: START_PACE },
  ...{ phase, sentBytes, place: { uploadUrl: `/${id}`, videoId: id } },
});
const failed: Phase = { kind: "failed", failure: { code: "expired", detail: "" } };
const states = (...all: [string, VideoState][]) => new Map(all);

describe("all uploads in one line", () => {
  test("while bytes flow: how many, how far together", () => {
    const uploads = [
      upload("a", { kind: "sending" }, 50),
      upload("b", { kind: "queued" }),
      upload("c", { kind: "sent" }, 100),
    ];
    expect(summaryOf(uploads, states())).toEqual({ kind: "sending", count: 2, percent: 25 });
  });

  test("then what the person must do, then what is ready", () => {
    const sent = upload("a", { kind: "sent" }, 100);
    expect(summaryOf([sent, upload("b", { kind: "paused" }, 10)], states())).toMatchObject({ kind: "waiting" });
    expect(summaryOf([sent, upload("b", { kind: "interrupted" })], states())).toEqual({
      kind: "interrupted",
      count: 1,
    });
    expect(summaryOf([sent, upload("b", failed)], states())).toEqual({ kind: "failed", count: 1 });
    expect(summaryOf([sent], states())).toEqual({ kind: "preparing" });
    expect(summaryOf([sent], states(["a", { kind: "done" }]))).toEqual({ kind: "ready", count: 1 });
    expect(summaryOf([sent], states(["a", { kind: "failed", error: null, playable: false }]))).toEqual({
      kind: "failed",
      count: 1,
    });
  });
});

describe("news for ears", () => {
  test("are ends and troubles, and each quarter once", () => {
    const at = (bytes: number) => [upload("a", { kind: "sending" }, bytes)];
    expect(newsBetween(at(10), at(20))).toBeNull();
    expect(newsBetween(at(20), at(26))).toEqual({ kind: "sending", percent: 25 });
    expect(newsBetween(at(90), [upload("a", { kind: "sent" }, 100)])).toEqual({ kind: "sent", name: "a" });
    expect(newsBetween([], [upload("a", { kind: "sent" }, 100)])).toBeNull();
  });
});

test("the ladder shows what is there and what a picture of that height will get", () => {
  expect(ladder(["720p"], 720)).toEqual([
    { name: "144p", there: false },
    { name: "240p", there: false },
    { name: "360p", there: false },
    { name: "480p", there: false },
    { name: "720p", there: true },
  ]);
  expect(ladder(["1080p", "240p"], null).map(({ name }) => name)).toEqual(["240p", "1080p"]);
});

test("a size in two codings is one quality", () => {
  expect(ladder(["360p", "360p-av1"], null)).toEqual([{ name: "360p", there: true }]);
});

test("the original, which has no height in its name, is the largest", () => {
  expect(ladder(["source", "360p"], 432).map(({ name }) => name)).toEqual(["144p", "240p", "360p", "source"]);
});
