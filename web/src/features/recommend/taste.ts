import type { TasteChanges, TasteProfile } from "@/api/types";

/** What somebody does to their profile. */
export type TasteAction =
  | { kind: "change"; changes: TasteChanges }
  | { kind: "forget"; videoId: string }
  | { kind: "allow-video"; videoId: string }
  | { kind: "allow-channel"; username: string }
  | { kind: "reset" };

/** The profile as the server will answer it, until it does. */
export function foreseen(profile: TasteProfile, action: TasteAction): TasteProfile {
  switch (action.kind) {
    case "change": {
      const { personalised = profile.personalised, weights, categories } = action.changes;
      const changed = {
        ...profile,
        personalised,
        weights: { ...profile.weights, ...weights },
        picked: categories ?? profile.picked,
      };
      return personalised ? changed : { ...changed, ...nothingLearned };
    }
    case "forget":
      return { ...profile, learned: profile.learned.filter(({ video }) => video.video_id !== action.videoId) };
    case "allow-video":
      return {
        ...profile,
        refused_videos: profile.refused_videos.filter(({ video_id }) => video_id !== action.videoId),
      };
    case "allow-channel":
      return {
        ...profile,
        refused_channels: profile.refused_channels.filter(({ username }) => username !== action.username),
      };
    case "reset":
      return { ...profile, ...nothingLearned, refused_videos: [], refused_channels: [] };
  }
}

const nothingLearned = { categories: [], tags: [], learned: [] } satisfies Partial<TasteProfile>;

/** With the category, or without it when it was there. */
export const toggled = (picked: readonly string[], category: string): string[] =>
  picked.includes(category) ? picked.filter((each) => each !== category) : [...picked, category];
