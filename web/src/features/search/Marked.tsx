import type { SearchSnippet } from "@/api/types";
import { snippetParts } from "./snippet";

/** A snippet with the words that were looked for made visible. Text stays text, whatever it holds. */
export const Marked = ({ snippet }: { snippet: SearchSnippet }) =>
  snippetParts(snippet).map(({ at, text, marked }) =>
    marked ? (
      <mark key={at} className="rounded-small bg-accent-soft text-ink">
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
