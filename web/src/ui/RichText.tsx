import type { ReactNode } from "react";
import { parseTimecode } from "@/lib/timecode";

export type TextPart =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "time"; text: string; seconds: number }
  | { kind: "tag"; text: string; tag: string };

/** An address, a time, or a hashtag, which has a letter and stands by itself. */
const PATTERN =
  /(https?:\/\/[^\s<>"']+)|(?<![\d:.])((?:\d{1,2}:)?\d{1,2}:[0-5]\d)(?![\d:])|(?<![\p{L}\p{N}_&#/])#([\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)/gu;

/**
 * Finds web addresses (http and https only), hashtags and, when the text belongs to a video, times such as 1:30 within its
 * length.
 */
export function textParts(text: string, duration?: number): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PATTERN)) {
    const [, address, time = "", tag] = match;
    const part = tag ? tagPart(tag) : address ? linkPart(address) : timePart(time, duration);
    if (!part) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    parts.push(part);
    end = match.index + part.text.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

function linkPart(raw: string): TextPart | undefined {
  // A full stop or bracket after an address belongs to the sentence.
  const trimmed = raw.replace(/[.,;:!?]+$/, "");
  const text = trimmed.endsWith(")") && !trimmed.includes("(") ? trimmed.slice(0, -1) : trimmed;
  return URL.canParse(text) ? { kind: "link", text, href: text } : undefined;
}

const tagPart = (tag: string): TextPart | undefined =>
  tag.length > 50 ? undefined : { kind: "tag", text: `#${tag}`, tag };

function timePart(text: string, duration: number | undefined): TextPart | undefined {
  const seconds = parseTimecode(text);
  if (duration === undefined || seconds === undefined || seconds > duration) return undefined;
  return { kind: "time", text, seconds };
}

interface RichTextProps {
  text: string;
  duration?: number;
  /** How a time is shown; without it times stay text. */
  renderTime?: (text: string, seconds: number) => ReactNode;
  /** How a hashtag is shown; without it they stay text. */
  renderTag?: (tag: string) => ReactNode;
}

/** Somebody's words: line breaks kept, addresses clickable without lending them our good name. */
export function RichText({ text, duration, renderTime, renderTag }: RichTextProps) {
  return textParts(text, renderTime ? duration : undefined).map((part, index) => {
    const key = `${index}-${part.kind}`;
    if (part.kind === "link") {
      return (
        <a
          key={key}
          href={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
          className="text-accent underline underline-offset-2 wrap-anywhere"
        >
          {part.text}
        </a>
      );
    }
    if (part.kind === "time") return <span key={key}>{renderTime?.(part.text, part.seconds)}</span>;
    if (part.kind === "tag" && renderTag) return <span key={key}>{renderTag(part.tag)}</span>;
    return <span key={key}>{part.text}</span>;
  });
}
