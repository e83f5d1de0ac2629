import { Link } from "@tanstack/react-router";
import { Flag, Heart, MoreVertical, Pencil, Pin, ThumbsDown, ThumbsUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Comment, Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { Badge } from "@/ui/Chip";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem } from "@/ui/Menu";
import { Ago } from "../videos/VideoFacts";
import { CommentBody } from "./CommentBody";
import { Composer } from "./Composer";
import { ReportDialog } from "./ReportDialog";
import type { CommentActions } from "./useCommentActions";
import { Why } from "./Why";

interface CommentItemProps {
  comment: Comment;
  video: Video;
  actions: CommentActions;
  /** Within a thread, smaller, and naming whom it answers unless that is the thread's first. */
  reply?: boolean;
  /** Whether new comments are taken. */
  open: boolean;
}

/** One comment with all that may be done with it; what was deleted above others leaves a stone. */
export function CommentItem({ comment, video, actions, reply = false, open }: CommentItemProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const me = useMe();
  const [mode, setMode] = useState<"read" | "edit" | "answer" | "report">("read");
  const { user } = comment;
  if (!user) {
    return <p className="py-2 text-ink-muted italic">{t(($) => (comment.is_deleted ? $.tombstone : $.hiddenStone))}</p>;
  }
  const name = user.display_name || t(($) => $.unknownUser);
  const mine = me?.user_id === user.user_id;
  const moderates = me?.role === "moderator" || me?.role === "administrator";
  const alive = comment.status === "approved";
  const vote = (action: "like" | "dislike") => {
    const chosen = comment.my_vote === action;
    const label = t(($) => $[action]);
    const Icon = action === "like" ? ThumbsUp : ThumbsDown;
    return (
      <button
        type="button"
        disabled={!me}
        aria-pressed={chosen}
        aria-label={label}
        onClick={() => actions.vote.mutate({ comment, action })}
        className={cx(
          "inline-flex min-h-10 min-w-10 items-center justify-center gap-1.5 rounded-full px-2 hover:bg-hover disabled:hover:bg-transparent",
          chosen ? "text-accent" : "text-ink-muted",
        )}
      >
        <Icon aria-hidden size={16} fill={chosen ? "currentColor" : "none"} />
        <span className="tabular">{action === "like" && comment.like_count > 0 ? comment.like_count : null}</span>
      </button>
    );
  };
  return (
    <article className="flex gap-3">
      <Avatar name={name} src={user.avatar_url} size={reply ? 24 : 40} />
      <div className="min-w-0 grow">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {user.username ? (
            <Link to="/@{$username}" params={{ username: user.username }} className="font-medium">
              {name}
            </Link>
          ) : (
            <span className="font-medium">{name}</span>
          )}
          {user.user_id === video.user.user_id ? <Badge>{t(($) => $.creator)}</Badge> : null}
          {comment.is_pinned ? (
            <Badge>
              <Pin aria-hidden size={14} />
              {t(($) => $.pinned)}
            </Badge>
          ) : null}
          <span className="text-ink-muted">
            <Ago time={comment.created_at} />
            {comment.is_edited ? ` (${t(($) => $.edited)})` : null}
          </span>
          {comment.is_hearted ? (
            <span role="img" aria-label={t(($) => $.hearted)} title={t(($) => $.hearted)} className="text-danger">
              <Heart aria-hidden size={16} fill="currentColor" />
            </span>
          ) : null}
        </header>
        {reply && comment.parent_id !== comment.root_id && comment.in_reply_to ? (
          <p className="text-sm text-ink-muted">{t(($) => $.inReplyTo, { name: comment.in_reply_to.username })}</p>
        ) : null}
        {alive ? null : <Why comment={comment} own={mine} />}
        {mode === "edit" ? (
          <Composer
            label={t(($) => $.edit)}
            send={common(($) => $.save)}
            initial={comment.content}
            busy={actions.edit.isPending}
            autoFocus
            onSend={async (content) => {
              await actions.edit.mutateAsync({ comment, content });
              setMode("read");
            }}
            onCancel={() => setMode("read")}
          />
        ) : (
          <CommentBody comment={comment} duration={video.duration} />
        )}
        <div className="-ml-2 flex items-center">
          {alive ? vote("like") : null}
          {alive ? vote("dislike") : null}
          {alive && me && open ? (
            <Button variant="ghost" aria-label={t(($) => $.replyTo, { name })} onClick={() => setMode("answer")}>
              {t(($) => $.reply)}
            </Button>
          ) : null}
          {me ? (
            <Menu
              trigger={
                <IconButton label={t(($) => $.actions, { name })} tooltip="none" icon={<MoreVertical size={16} />} />
              }
            >
              {mine ? (
                <MenuItem icon={<Pencil size={18} />} onSelect={() => setMode("edit")}>
                  {t(($) => $.edit)}
                </MenuItem>
              ) : null}
              {video.is_owner && alive && !comment.parent_id ? (
                <MenuItem icon={<Pin size={18} />} onSelect={() => actions.pin.mutate(comment)}>
                  {t(($) => (comment.is_pinned ? $.unpin : $.pin))}
                </MenuItem>
              ) : null}
              {video.is_owner && alive ? (
                <MenuItem icon={<Heart size={18} />} onSelect={() => actions.heart.mutate(comment)}>
                  {t(($) => (comment.is_hearted ? $.unheart : $.heart))}
                </MenuItem>
              ) : null}
              {mine || !alive ? null : (
                <MenuItem icon={<Flag size={18} />} onSelect={() => setMode("report")}>
                  {t(($) => $.report)}
                </MenuItem>
              )}
              {mine || video.is_owner || moderates ? (
                <MenuItem danger icon={<Trash2 size={18} />} onSelect={() => actions.remove.mutate(comment)}>
                  {common(($) => $.delete)}
                </MenuItem>
              ) : null}
            </Menu>
          ) : null}
        </div>
        {mode === "answer" ? (
          <Composer
            label={t(($) => $.replyPlaceholder)}
            send={t(($) => $.sendReply)}
            initial={reply && user.username ? `@${user.username} ` : ""}
            busy={actions.post.isPending}
            autoFocus
            onSend={async (content) => {
              await actions.post.mutateAsync({ content, parent: comment });
              setMode("read");
            }}
            onCancel={() => setMode("read")}
          />
        ) : null}
        {mode === "report" ? <ReportDialog comment={comment} onClose={() => setMode("read")} /> : null}
      </div>
    </article>
  );
}
