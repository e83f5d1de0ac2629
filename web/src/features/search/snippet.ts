import type { SearchSnippet } from "@/api/types";

export interface SnippetPart {
  /** Where in the text it begins. */
  at: number;
  text: string;
  marked: boolean;
}

/** A snippet as plain and marked pieces in their order; marks that overlap or leave the text are put right. */
export function snippetParts({ text, marks }: SearchSnippet): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let end = 0;
  const add = (to: number, marked: boolean) => {
    if (to > end) parts.push({ at: end, text: text.slice(end, to), marked });
    end = Math.max(end, to);
  };
  for (const { from, to } of [...marks].sort((a, b) => a.from - b.from)) {
    add(Math.min(from, text.length), false);
    add(Math.min(to, text.length), true);
  }
  add(text.length, false);
  return parts;
}
