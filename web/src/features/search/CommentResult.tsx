import { Link } from "@tanstack/react-router";
import { ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CommentResult as Result } from "@/api/types";
import { formatCompact } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Avatar } from "@/ui/Avatar";
import { Ago } from "../videos/VideoFacts";
import { Marked } from "./Marked";

/** A comment that was found; its video's title leads to it. */
export function CommentResult({ comment }: { comment: Result }) {
  const { t } = useTranslation("search");
  const language = useLanguage();
  const { user } = comment;
  return (
    <article className="flex gap-3 py-1">
      <Avatar name={user.display_name} src={user.avatar_url} size={40} />
      <div className="min-w-0">
        <h2 className="text-xs text-ink-muted">
          <Link
            to="/@{$username}"
            params={{ username: user.username }}
            className="rounded-small text-sm font-medium text-ink"
          >
            {user.display_name}
          </Link>{" "}
          <Ago time={comment.created_at} />
        </h2>
        <p dir="auto" className="mt-0.5 line-clamp-4 max-w-prose wrap-anywhere whitespace-pre-line">
          <Marked snippet={comment.content} />
        </p>
        <p className="flex flex-wrap items-center gap-x-4 text-xs text-ink-muted">
          <Link
            to="/watch/$videoId"
            params={{ videoId: comment.video_id }}
            search={{ comment: comment.comment_id }}
            className="inline-flex min-h-10 min-w-0 items-center gap-1 rounded-small hover:text-ink"
          >
            {t(($) => $.commentOn)} <span className="line-clamp-1 font-medium text-ink">{comment.video_title}</span>
          </Link>
          {comment.like_count > 0 ? (
            <span className="tabular inline-flex items-center gap-1.5">
              <ThumbsUp aria-hidden size={14} />
              <span className="sr-only">
                {t(($) => $.likes, {
                  count: comment.like_count,
                  likes: formatCompact(comment.like_count, language),
                })}
              </span>
              <span aria-hidden>{formatCompact(comment.like_count, language)}</span>
            </span>
          ) : null}
        </p>
      </div>
    </article>
  );
}
