import { useSyncExternalStore } from "react";
import { stored } from "@/lib/stored";
import type { Chapter } from "./chapters";
import type { QualityOption } from "./quality";

export interface CaptionFile {
  language: string | null;
  label: string;
  url: string;
}

/** How loud a video is, and what is to be added so that it is as loud as others; never above 0. */
export interface Loudness {
  lufs: number;
  gainDb: number;
}

/** A video as the player wants it. */
export interface PlayerSource {
  videoId: string;
  title: string;
  channel: string;
  manifestUrl: string;
  /** Where the key is asked for, should the video be encrypted. */
  licenseUrl: string;
  poster: string | null;
  startAt: number;
  /** Where the address asks it to start. */
  askedAt?: number | undefined;
  duration: number;
  /** Qualities known to be ready, also those that came after the manifest was read. */
  ready: readonly QualityOption[];
  /** Pictures of the scrub bar, as WebVTT. */
  storyboardUrl: string | null;
  chaptersUrl: string | null;
  chapters: readonly Chapter[];
  captions: readonly CaptionFile[];
  loudness: Loudness | null;
  /** Fetches the address again: a private video's runs out. */
  renew: () => Promise<string | null>;
}

/** Where the player stands: in its page, or small in a corner while one browses on. */
export type Place = "page" | "mini";

export interface Stage {
  source: PlayerSource | undefined;
  place: Place;
}

/** What pages may do with the running player. */
export interface PlayerHandle {
  currentTime(): number;
  seek(seconds: number): void;
  isPlaying(): boolean;
}

/**
 * The one player of the site. It lives in an element of its own that is moved between the watch page and the corner,
 * so that playing goes on when one browses on.
 */
const listeners = new Set<() => void>();
let stage: Stage = { source: undefined, place: "page" };
let handle: PlayerHandle | undefined;
let cornerWanted = false;

export const playerElement = document.createElement("div");
playerElement.className = "size-full";

function become(next: Stage): void {
  stage = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useStage = (): Stage => useSyncExternalStore(subscribe, () => stage);

/** Shows a video, or goes on with it where it is shown already, unless another time is asked for now. */
export function showOnPage(source: PlayerSource): void {
  const { source: before } = stage;
  become({ source, place: "page" });
  const { askedAt } = source;
  if (before?.videoId === source.videoId && askedAt !== undefined && askedAt !== before.askedAt)
    handle?.seek(source.startAt);
}

/** Where the video is played, in seconds; nothing while another is shown. */
export const timeIn = (videoId: string): number | undefined =>
  stage.source?.videoId === videoId ? handle?.currentTime() : undefined;

export const player = (): PlayerHandle | undefined => handle;

export function setHandle(next: PlayerHandle | undefined): void {
  handle = next;
}

/** When the page goes away, the video goes to the corner, also a paused one. */
export function wantCorner(): void {
  cornerWanted = true;
}

/** The page of the video goes away: a video that plays goes on in the corner, any other ends unless it is wanted there. */
export function leavePage(corner: Element | null): void {
  const stays = cornerWanted || handle?.isPlaying();
  cornerWanted = false;
  if (stage.source && corner && stays) {
    move(playerElement, corner);
    become({ ...stage, place: "mini" });
  } else closePlayer();
}

export function closePlayer(): void {
  become({ source: undefined, place: "page" });
  playerElement.remove();
}

/** Moves without stopping what plays, where the browser can (`moveBefore`); elsewhere it plays on after a blink. */
export function move(element: HTMLElement, into: Element): void {
  if (element.parentElement === into) return;
  const video = element.querySelector("video");
  const playing = video !== null && !video.paused;
  const parent: Element & { moveBefore?: (node: Node, child: Node | null) => void } = into;
  if (parent.moveBefore && element.isConnected && into.isConnected) parent.moveBefore(element, null);
  else into.append(element);
  if (playing && video.paused) void video.play().catch(() => undefined);
}

const endings = new Set<(videoId: string) => void>();

/** The playing video came to its end. */
export function tellEnded(videoId: string): void {
  for (const listener of endings) listener(videoId);
}

/** Hears of videos that came to their end; gives back what stops it. */
export function onEnded(listener: (videoId: string) => void): () => void {
  endings.add(listener);
  return () => endings.delete(listener);
}

const theatreSaved = stored("vidstead.theatre");
let theatre = theatreSaved.get() === "yes";

export const useTheatre = (): boolean => useSyncExternalStore(subscribe, () => theatre);

export function toggleTheatre(): void {
  theatre = !theatre;
  theatreSaved.set(theatre ? "yes" : null);
  for (const listener of listeners) listener();
}
