import type { VideoCard } from "@/api/types";

/** A video or its whole channel, refused at the card of that video. */
export interface Refusal {
  kind: "video" | "channel";
  videoId: string;
  username: string;
}

type Refused = Pick<VideoCard, "video_id" | "user">;

export const refusal = (kind: Refusal["kind"], { video_id, user }: Refused): Refusal => ({
  kind,
  videoId: video_id,
  username: user.username,
});

/** What was refused at this card. */
export const refusalAt = (refusals: readonly Refusal[], { video_id }: Refused): Refusal | undefined =>
  refusals.find(({ videoId }) => videoId === video_id);

/** A card says one thing: a later refusal at it takes the place of the one before. */
export const withRefusal = (refusals: readonly Refusal[], added: Refusal): Refusal[] => [
  ...withoutRefusal(refusals, added),
  added,
];

export const withoutRefusal = (refusals: readonly Refusal[], { videoId }: Refusal): Refusal[] =>
  refusals.filter((each) => each.videoId !== videoId);

/** What of a list still has a place: the card at which a channel was refused stays for the way back, its others go. */
export const stillShown = <T extends Refused>(videos: readonly T[], refusals: readonly Refusal[]): T[] =>
  videos.filter((video) => refusalAt(refusals, video) !== undefined || !fromRefusedChannel(video, refusals));

/** The first of a list that was not refused in any way. */
export const firstWelcome = <T extends Refused>(videos: readonly T[], refusals: readonly Refusal[]): T | undefined =>
  videos.find((video) => refusalAt(refusals, video) === undefined && !fromRefusedChannel(video, refusals));

const fromRefusedChannel = ({ user }: Refused, refusals: readonly Refusal[]): boolean =>
  refusals.some(({ kind, username }) => kind === "channel" && username === user.username);
