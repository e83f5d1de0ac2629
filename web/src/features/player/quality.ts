import type { Quality } from "./engine";

const STEPS = [144, 240, 360, 480, 720, 1080, 1440, 2160, 4320];

/**
 * "1080p": the step of the ladder that holds the shorter side, so that an upright video is called by its width, as people
 * do, and a size between two steps has the name that the server gives it.
 */
export function qualityName(width: number, height: number): string {
  const side = Math.min(width, height);
  return `${STEPS.find((step) => side <= step) ?? side}p`;
}

export interface QualityOption {
  name: string;
  fps: number;
  bitrate: number;
}

/**
 * The choices of the quality menu, best first: what the engine can play, and what has become ready since the manifest
 * was read. Two of one name are one choice (the better one).
 */
export function qualityOptions(playable: readonly Quality[], ready: readonly QualityOption[]): QualityOption[] {
  const byName = new Map<string, QualityOption>();
  for (const { name, fps, bitrate } of [...playable, ...ready]) {
    const known = byName.get(name);
    if (!known || known.bitrate < bitrate) byName.set(name, { name, fps, bitrate });
  }
  return [...byName.values()].sort((a, b) => size(b.name) - size(a.name));
}

interface CodedLevel {
  width: number;
  height: number;
  codecSet: string;
  videoRange: string;
}

/**
 * Which of a manifest's levels a choice means; -1 for none. Levels come sorted, the last of a name is the better one; but one
 * of the coding that plays needs no other decoder, and high dynamic range is nothing to begin with unasked.
 */
export function levelNamed(levels: readonly CodedLevel[], name: string, playing: CodedLevel | undefined): number {
  const last = (like: (level: CodedLevel) => boolean) =>
    levels.findLastIndex((level) => qualityName(level.width, level.height) === name && like(level));
  const alike = last(({ codecSet, videoRange }) => codecSet === playing?.codecSet && videoRange === playing.videoRange);
  if (alike >= 0) return alike;
  const ordinary = last(({ videoRange }) => videoRange === "SDR");
  return ordinary >= 0 ? ordinary : last(() => true);
}

/** Whether the manifest must be read again to play `wanted`. */
export const needsReload = (playable: readonly Quality[], wanted: string): boolean =>
  wanted !== "auto" && !playable.some((quality) => quality.name === wanted);

const size = (name: string): number => Number.parseInt(name, 10) || 0;
