import { describe, expect, it } from "vitest";
import type { Video } from "@/api/types";
import { withReaction } from "./reaction";

const video = (reaction: "like" | "dislike" | null, like_count: number, dislike_count: number | null): Video =>
  ({ reaction, like_count, dislike_count }) as Video;

describe("withReaction", () => {
  it("counts a like, a change of mind, and what is taken back", () => {
    const liked = withReaction(video(null, 4, 2), "like");
    expect(liked).toMatchObject({ reaction: "like", like_count: 5, dislike_count: 2 });
    const disliked = withReaction(liked, "dislike");
    expect(disliked).toMatchObject({ reaction: "dislike", like_count: 4, dislike_count: 3 });
    expect(withReaction(disliked, null)).toMatchObject({ reaction: null, like_count: 4, dislike_count: 2 });
  });

  it("leaves hidden dislikes hidden and never goes below nothing", () => {
    expect(withReaction(video(null, 0, null), "dislike").dislike_count).toBeNull();
    expect(withReaction(video("like", 0, 0), null).like_count).toBe(0);
  });

  it("changes nothing when it is so already", () => {
    expect(withReaction(video("like", 3, 1), "like")).toMatchObject({ like_count: 3, dislike_count: 1 });
  });
});
