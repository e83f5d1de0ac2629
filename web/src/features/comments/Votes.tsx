import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Comment } from "@/api/types";
import { cx } from "@/lib/cx";
import { useAskToSignIn } from "../engagement/useAskToSignIn";

interface VotesProps {
  comment: Comment;
  onVote: (action: "like" | "dislike") => void;
}

const icons = { like: ThumbsUp, dislike: ThumbsDown };

/** Up and down; who is not signed in is asked to. */
export function Votes({ comment, onVote }: VotesProps) {
  const { t } = useTranslation("comments");
  const me = useMe();
  const ask = useAskToSignIn();
  return (["like", "dislike"] as const).map((action) => {
    const chosen = comment.my_vote === action;
    const Icon = icons[action];
    return (
      <button
        key={action}
        type="button"
        aria-pressed={chosen}
        aria-label={t(($) => $[action])}
        onClick={() => (me ? onVote(action) : ask(t(($) => $.signInToVote)))}
        className={cx(
          "inline-flex min-h-10 min-w-10 items-center justify-center gap-1.5 rounded-full px-2 hover:bg-hover",
          chosen ? "text-accent" : "text-ink-muted",
        )}
      >
        <Icon aria-hidden size={16} fill={chosen ? "currentColor" : "none"} />
        {action === "like" && comment.like_count > 0 ? <span className="tabular">{comment.like_count}</span> : null}
      </button>
    );
  });
}
