import type { Privacy, Video } from "@/api/types";

/** What an owner says about a video, as the form holds it; "" stands for none. */
export interface DetailFields {
  title: string;
  description: string;
  category: string;
  tags: readonly string[];
  privacy: Privacy;
  /** Whether it is encrypted, and plays only for those whom the owner names. */
  premium: boolean;
  language: string;
}

export const LIMITS = { title: 255, description: 5000, tags: 30, tag: 50 } as const;

export const fieldsOf = (video: Video): DetailFields => ({
  title: video.title,
  description: video.description,
  category: video.category ?? "",
  tags: video.tags,
  privacy: video.privacy,
  premium: video.premium,
  language: video.language ?? "",
});

/** Lengths as the server counts them: whole characters, not halves of an emoji. */
export const lengthOf = (text: string): number => Array.from(text).length;

export type FieldError = "blank" | "too_long" | "control";

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What the server would refuse, so that it is not even sent. */
export function errorOf(name: keyof DetailFields, value: DetailFields[keyof DetailFields]): FieldError | undefined {
  if (name === "title") {
    const title = String(value).trim();
    if (title === "") return "blank";
    if (lengthOf(title) > LIMITS.title) return "too_long";
    return CONTROL.test(title) ? "control" : undefined;
  }
  if (name === "description") {
    if (lengthOf(String(value)) > LIMITS.description) return "too_long";
    return CONTROL.test(String(value)) ? "control" : undefined;
  }
  return undefined;
}

/** Adds what was typed or pasted (commas and line breaks part tags); doubles and what exceeds the limits fall away. */
export function addTags(tags: readonly string[], text: string): string[] {
  const result = [...tags];
  const known = new Set(tags.map((tag) => tag.toLocaleLowerCase()));
  for (const part of text.split(/[,\n]/)) {
    const tag = Array.from(part.replace(/^\s*#/, "").trim()).slice(0, LIMITS.tag).join("").trim();
    if (tag === "" || known.has(tag.toLocaleLowerCase()) || result.length >= LIMITS.tags) continue;
    known.add(tag.toLocaleLowerCase());
    result.push(tag);
  }
  return result;
}
