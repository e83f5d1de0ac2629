import { useTranslation } from "react-i18next";
import type { Comment } from "@/api/types";
import { Badge } from "@/ui/Chip";

const known = [
  "spam",
  "profanity",
  "links",
  "repetition",
  "new_account",
  "watched_word",
  "learned",
  "shouting",
  "all_held",
] as const;

interface WhyProps {
  comment: Comment;
  /** Whether its author reads this, who is told who sees it. */
  own?: boolean;
}

/** That a comment waits or was refused, and for which reasons. */
export function Why({ comment, own = false }: WhyProps) {
  const { t } = useTranslation("comments");
  const reasons = comment.reasons.map(({ code, detail }) => {
    const name = known.find((each) => each === code);
    const said = name ? t(($) => $.reasons[name]) : code;
    return name === "all_held" || name === "new_account" || detail === "" ? said : `${said} (${detail})`;
  });
  return (
    <div className="my-1 flex flex-wrap items-center gap-2 text-sm text-ink-muted">
      <Badge>{t(($) => (comment.status === "held" ? $.held : $.rejected))}</Badge>
      <span className="min-w-0 break-words">
        {reasons.join(" · ")}
        {own && comment.status === "held" ? ` ${t(($) => $.heldText)}` : null}
      </span>
    </div>
  );
}
