import { parseTimecode } from "@/lib/timecode";

/** A comment's text taken apart. Only what is named here is ever more than text. */
export type Mark =
  | { kind: "text" | "code"; text: string }
  | { kind: "bold" | "italic"; parts: Mark[] }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; name: string; text: string }
  | { kind: "time"; text: string; seconds: number };

interface Known {
  /** User names, in lower case, that are people. */
  names: readonly string[];
  /** The video's length in seconds. */
  duration: number;
}

/** Each repetition is bounded or ends at its own closing sign, so that no text makes this slow. */
const PATTERN =
  /`([^`\n]{1,500})`|\*\*([^*\n]{1,2000})\*\*|(?<![\w*])\*([^\s*][^*\n]{0,2000})\*(?![\w*])|(?<!\w)_([^\s_][^_\n]{0,2000})_(?!\w)|\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>"']{1,2000})\)|(https?:\/\/[^\s<>"']{1,2000})|(?<![\d:.])((?:\d{1,2}:)?\d{1,2}:[0-5]\d)(?![\d:])|(?<![\w@/.-])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,48}[A-Za-z0-9_-])?)/g;

export function marks(text: string, known: Known): Mark[] {
  const parts: Mark[] = [];
  let end = 0;
  for (const match of text.matchAll(PATTERN)) {
    const mark = markOf(match, known);
    if (!mark) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    parts.push(mark);
    end = match.index + (mark.kind === "link" && match[7] ? mark.text.length : match[0].length);
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

function markOf(match: RegExpMatchArray, known: Known): Mark | undefined {
  const [whole, code, bold, starred, underlined, label, target, address, time, name] = match;
  if (code !== undefined) return { kind: "code", text: code };
  if (bold !== undefined) return { kind: "bold", parts: marks(bold, known) };
  const italic = starred ?? underlined;
  if (italic !== undefined) return { kind: "italic", parts: marks(italic, known) };
  if (label !== undefined && target !== undefined) return link(label, target);
  if (address !== undefined) {
    // A full stop or bracket after an address belongs to the sentence.
    const trimmed = address.replace(/[.,;:!?*_]+$/, "");
    const text = trimmed.endsWith(")") && !trimmed.includes("(") ? trimmed.slice(0, -1) : trimmed;
    return link(text, text);
  }
  if (time !== undefined) {
    const seconds = parseTimecode(time);
    return seconds === undefined || seconds > known.duration ? undefined : { kind: "time", text: time, seconds };
  }
  const person = (name ?? "").toLowerCase();
  return known.names.includes(person) ? { kind: "mention", name: person, text: whole } : undefined;
}

const link = (text: string, href: string): Mark | undefined =>
  URL.canParse(href) ? { kind: "link", text, href } : undefined;
