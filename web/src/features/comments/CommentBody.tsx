import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Comment } from "@/api/types";
import { player } from "../player/stage";
import { type Mark, marks } from "./marks";

interface CommentBodyProps {
  comment: Pick<Comment, "content" | "mentions">;
  /** The video's length; times within it jump there. */
  duration: number;
}

/** A comment's words: elements are made here from what was found in the text, so no text becomes markup. */
export function CommentBody({ comment, duration }: CommentBodyProps) {
  const names = comment.mentions.map((person) => person.username).filter((name) => name !== "");
  return (
    <p
      dir="auto"
      className="max-w-prose text-base leading-relaxed break-words whitespace-pre-line [unicode-bidi:isolate]"
    >
      <Marks parts={marks(comment.content, { names, duration })} />
    </p>
  );
}

const Marks = ({ parts }: { parts: readonly Mark[] }): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
  parts.map((part, index) => <Fragment key={index}>{shown(part)}</Fragment>);

function shown(part: Mark): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <code className="rounded-small bg-sunken px-1 text-sm">{part.text}</code>;
    case "bold":
      return (
        <strong className="font-semibold">
          <Marks parts={part.parts} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Marks parts={part.parts} />
        </em>
      );
    case "link":
      return (
        <a
          href={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
          title={part.href}
          className="wrap-anywhere text-accent underline underline-offset-2"
        >
          {part.text}
        </a>
      );
    case "mention":
      return (
        <Link
          to="/@{$username}"
          params={{ username: part.name }}
          className="text-accent underline-offset-2 hover:underline"
        >
          {part.text}
        </Link>
      );
    case "time":
      return <Jump text={part.text} seconds={part.seconds} />;
  }
}

function Jump({ text, seconds }: { text: string; seconds: number }) {
  const { t } = useTranslation("comments");
  const jump = () => {
    player()?.seek(seconds);
    window.scrollTo({ top: 0, behavior: "smooth" });
  };
  return (
    <button
      type="button"
      onClick={jump}
      aria-label={t(($) => $.jumpTo, { time: text })}
      className="tabular rounded-small text-accent underline-offset-2 hover:underline"
    >
      {text}
    </button>
  );
}
