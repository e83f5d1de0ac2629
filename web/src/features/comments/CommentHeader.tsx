import { Link } from "@tanstack/react-router";
import { Heart, Pin } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Comment } from "@/api/types";
import { Badge } from "@/ui/Chip";
import { Ago } from "../videos/VideoFacts";

interface CommentHeaderProps {
  comment: Comment;
  author: NonNullable<Comment["user"]>;
  /** Whether the video is the author's. */
  creator: boolean;
  /** Shows what it said before; absent where the reader may not see that. */
  onVersions: (() => void) | undefined;
}

/** Who wrote it, when, and what became of it. */
export function CommentHeader({ comment, author, creator, onVersions }: CommentHeaderProps) {
  const { t } = useTranslation("comments");
  const name = author.display_name || t(($) => $.unknownUser);
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {author.username ? (
        <Link to="/@{$username}" params={{ username: author.username }} className="rounded-small font-medium">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      {creator ? <Badge>{t(($) => $.creator)}</Badge> : null}
      {comment.is_pinned ? (
        <Badge>
          <Pin aria-hidden size={14} />
          {t(($) => $.pinned)}
        </Badge>
      ) : null}
      <span className="text-ink-muted">
        <Ago time={comment.created_at} />
        {comment.is_edited && !onVersions ? ` (${t(($) => $.edited)})` : null}
      </span>
      {comment.is_edited && onVersions ? (
        <button
          type="button"
          title={t(($) => $.versions.open)}
          aria-haspopup="dialog"
          onClick={onVersions}
          className="-my-2 min-h-9 rounded-small text-ink-muted underline decoration-dotted underline-offset-2 hover:text-ink"
        >
          ({t(($) => $.edited)})
        </button>
      ) : null}
      {comment.is_hearted ? (
        <span role="img" aria-label={t(($) => $.hearted)} title={t(($) => $.hearted)} className="text-danger">
          <Heart aria-hidden size={16} fill="currentColor" />
        </span>
      ) : null}
    </header>
  );
}
