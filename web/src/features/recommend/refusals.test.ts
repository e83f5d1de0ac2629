import { describe, expect, it } from "vitest";
import type { VideoCard } from "@/api/types";
import { firstWelcome, refusal, refusalAt, stillShown, withoutRefusal, withRefusal } from "./refusals";

const card = (video_id: string, username: string) => ({ video_id, user: { username } }) as VideoCard;
const one = card("one", "anna");
const two = card("two", "anna");
const three = card("three", "ben");
const all = [one, two, three];

describe("refusals", () => {
  it("keeps a refused video's card for the way back", () => {
    const refused = [refusal("video", one)];
    expect(stillShown(all, refused)).toEqual(all);
    expect(refusalAt(refused, one)?.kind).toBe("video");
    expect(refusalAt(refused, two)).toBeUndefined();
  });

  it("takes a refused channel's other videos away, and keeps the card at which it was refused", () => {
    expect(stillShown(all, [refusal("channel", two)])).toEqual([two, three]);
  });

  it("brings everything again when it is taken back", () => {
    const refused = [refusal("channel", two)];
    expect(stillShown(all, withoutRefusal(refused, refusal("channel", two)))).toEqual(all);
  });

  it("says one thing a card", () => {
    const refused = withRefusal([refusal("video", one)], refusal("channel", one));
    expect(refused).toEqual([refusal("channel", one)]);
  });

  it("goes on with nothing that was refused", () => {
    expect(firstWelcome(all, [])).toBe(one);
    expect(firstWelcome(all, [refusal("video", one)])).toBe(two);
    expect(firstWelcome(all, [refusal("channel", one)])).toBe(three);
    expect(firstWelcome([one], [refusal("channel", one)])).toBeUndefined();
  });
});
