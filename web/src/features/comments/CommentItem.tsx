import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Comment, Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { part } from "@/ui/part";
import { CommentBody } from "./CommentBody";
import { CommentHeader } from "./CommentHeader";
import { CommentMenu, type CommentMode, reviews } from "./CommentMenu";
import { Composer } from "./Composer";
import { ReportDialog } from "./ReportDialog";
import type { CommentActions } from "./useCommentActions";
import { Votes } from "./Votes";
import { Why } from "./Why";

const VersionsDialog = part(async () => (await import("./VersionsDialog")).VersionsDialog);

interface CommentItemProps {
  comment: Comment;
  video: Video;
  actions: CommentActions;
  /** Within a thread, smaller, and naming whom it answers unless that is the thread's first. */
  reply?: boolean;
  /** Whether new comments are taken. */
  open: boolean;
  /** The comment that the address leads to: it is brought into view. */
  linked?: string | undefined;
  /** An answer was sent. */
  onAnswer?: () => void;
}

/** One comment with all that may be done with it; what was deleted above others leaves a stone. */
export function CommentItem({ comment, video, actions, reply = false, open, linked, onAnswer }: CommentItemProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const me = useMe();
  const [mode, setMode] = useState<CommentMode>("read");
  /** What was written here and did not arrive. */
  const [draft, setDraft] = useState<string>();
  const article = useRef<HTMLElement>(null);
  const wanted = linked === comment.comment_id;
  useEffect(() => {
    if (!wanted) return;
    article.current?.scrollIntoView({ block: "center" });
    article.current?.focus({ preventScroll: true });
  }, [wanted]);
  const { user } = comment;
  if (!user) {
    return <p className="py-2 text-ink-muted italic">{t(($) => (comment.is_deleted ? $.tombstone : $.hiddenStone))}</p>;
  }
  const name = user.display_name || t(($) => $.unknownUser);
  const mine = me?.user_id === user.user_id;
  const explained = mine || reviews(me, video);
  const alive = comment.status === "approved";
  /** Shows at once what was written; what does not arrive comes back to be sent again. */
  const send = (from: "edit" | "answer", content: string, sent: Promise<unknown>) => {
    setMode("read");
    setDraft(undefined);
    return sent.then(undefined, () => {
      setDraft(content);
      setMode(from);
    });
  };
  const leave = () => {
    setMode("read");
    setDraft(undefined);
    article.current?.focus({ preventScroll: true });
  };
  return (
    <article
      ref={article}
      tabIndex={-1}
      data-comment={comment.comment_id}
      aria-current={wanted || undefined}
      className={cx(
        "flex scroll-mt-20 gap-3 outline-none max-lg:scroll-mt-[calc(var(--bar)+56.25vw+1rem)]",
        wanted && "-mx-3 rounded-card bg-accent-soft px-3 pt-3",
      )}
    >
      <Avatar name={name} src={user.avatar_url} size={reply ? 24 : 40} />
      <div className="min-w-0 grow">
        <CommentHeader
          comment={comment}
          author={user}
          creator={user.user_id === video.user.user_id}
          onVersions={explained ? () => setMode("versions") : undefined}
        />
        {reply && comment.parent_id !== comment.root_id && comment.in_reply_to ? (
          <p className="text-sm text-ink-muted">{t(($) => $.inReplyTo, { name: comment.in_reply_to.username })}</p>
        ) : null}
        {alive ? null : <Why comment={comment} own={mine} />}
        {mode === "edit" ? (
          <Composer
            label={t(($) => $.edit)}
            send={common(($) => $.save)}
            initial={comment.content}
            draft={draft}
            autoFocus
            onSend={(content) => send("edit", content, actions.edit.mutateAsync({ comment, content }))}
            onCancel={leave}
          />
        ) : (
          <CommentBody comment={comment} duration={video.duration} />
        )}
        <div className="-ml-2 flex items-center">
          {alive ? <Votes comment={comment} onVote={(action) => actions.vote.mutate({ comment, action })} /> : null}
          {alive && me && open ? (
            <Button variant="ghost" aria-label={t(($) => $.replyTo, { name })} onClick={() => setMode("answer")}>
              {t(($) => $.reply)}
            </Button>
          ) : null}
          <CommentMenu comment={comment} video={video} actions={actions} name={name} onMode={setMode} />
        </div>
        {mode === "answer" ? (
          <Composer
            label={t(($) => $.replyPlaceholder)}
            send={t(($) => $.sendReply)}
            initial={reply && user.username ? `@${user.username} ` : ""}
            draft={draft}
            autoFocus
            onSend={(content) => {
              onAnswer?.();
              return send("answer", content, actions.write(content, comment));
            }}
            onCancel={leave}
          />
        ) : null}
        {mode === "versions" ? (
          <VersionsDialog
            comment={comment}
            duration={video.duration}
            onClose={() => setMode("read")}
            onMissing={() => setMode("read")}
          />
        ) : null}
        {mode === "report" ? <ReportDialog comment={comment} onClose={() => setMode("read")} /> : null}
      </div>
    </article>
  );
}
