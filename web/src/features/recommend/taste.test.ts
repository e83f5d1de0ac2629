import { describe, expect, it } from "vitest";
import type { TasteProfile, VideoCard, VideoOwner } from "@/api/types";
import { foreseen, toggled } from "./taste";

const card = (video_id: string) => ({ video_id }) as VideoCard;

const profile: TasteProfile = {
  personalised: true,
  weights: { fresh: 1, subscriptions: 0, shorter: 0 },
  picked: ["science"],
  categories: [{ name: "science", share: 1 }],
  tags: [{ name: "fractal", share: 1 }],
  learned: [
    { video: card("one"), how: "liked", at: "2026-01-01T00:00:00Z" },
    { video: card("two"), how: "watched", at: "2026-01-01T00:00:00Z" },
  ],
  refused_videos: [card("three")],
  refused_channels: [{ username: "anna" } as VideoOwner],
};

describe("foreseen", () => {
  it("changes what is named and leaves the rest", () => {
    const after = foreseen(profile, { kind: "change", changes: { weights: { shorter: 2 } } });
    expect(after).toEqual({ ...profile, weights: { fresh: 1, subscriptions: 0, shorter: 2 } });
    expect(foreseen(profile, { kind: "change", changes: { categories: [] } }).picked).toEqual([]);
  });

  it("switched off, knows nothing, and keeps what was refused", () => {
    const after = foreseen(profile, { kind: "change", changes: { personalised: false } });
    expect(after).toMatchObject({ personalised: false, learned: [], categories: [], tags: [] });
    expect(after.refused_videos).toEqual(profile.refused_videos);
  });

  it("forgets one video, and allows a video or a channel again", () => {
    expect(foreseen(profile, { kind: "forget", videoId: "one" }).learned.map((each) => each.video.video_id)).toEqual([
      "two",
    ]);
    expect(foreseen(profile, { kind: "allow-video", videoId: "three" }).refused_videos).toEqual([]);
    expect(foreseen(profile, { kind: "allow-channel", username: "anna" }).refused_channels).toEqual([]);
  });

  it("reset, keeps the wishes and nothing else", () => {
    const after = foreseen(profile, { kind: "reset" });
    expect(after).toMatchObject({ learned: [], refused_videos: [], refused_channels: [], personalised: true });
  });
});

describe("toggled", () => {
  it("adds what was not there and takes away what was", () => {
    expect(toggled(["science"], "music")).toEqual(["science", "music"]);
    expect(toggled(["science", "music"], "science")).toEqual(["music"]);
  });
});
