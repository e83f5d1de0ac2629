import { Flag, Heart, Link2, MoreVertical, Pencil, Pin, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Comment, Me, Video } from "@/api/types";
import { copyText } from "@/lib/copyText";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem } from "@/ui/Menu";
import { toast } from "@/ui/toast";
import type { CommentActions } from "./useCommentActions";

/** What a comment is being used for: it is read, or something about it is open. */
export type CommentMode = "read" | "edit" | "answer" | "report" | "versions";

/** Whether somebody looks after the comments of a video. */
export const reviews = (me: Me | undefined, video: Video): boolean =>
  video.is_owner || me?.role === "moderator" || me?.role === "administrator";

interface CommentMenuProps {
  comment: Comment;
  video: Video;
  actions: CommentActions;
  /** Its author's. */
  name: string;
  onMode: (mode: CommentMode) => void;
}

/** What else may be done with a comment, by this reader. */
export function CommentMenu({ comment, video, actions, name, onMode }: CommentMenuProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const me = useMe();
  const mine = me !== undefined && me.user_id === comment.user?.user_id;
  const alive = comment.status === "approved";
  const copyLink = async () => {
    const link = new URL(`/watch/${video.video_id}?comment=${comment.comment_id}`, window.location.origin);
    if (await copyText(link.href)) toast(common(($) => $.copied));
  };
  return (
    <Menu
      trigger={<IconButton label={t(($) => $.actions, { name })} tooltip="none" icon={<MoreVertical size={16} />} />}
    >
      <MenuItem icon={<Link2 size={18} />} onSelect={() => void copyLink()}>
        {common(($) => $.copyLink)}
      </MenuItem>
      {mine ? (
        <MenuItem icon={<Pencil size={18} />} onSelect={() => onMode("edit")}>
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
      {me && !mine && alive ? (
        <MenuItem icon={<Flag size={18} />} onSelect={() => onMode("report")}>
          {t(($) => $.report)}
        </MenuItem>
      ) : null}
      {mine || reviews(me, video) ? (
        <MenuItem danger icon={<Trash2 size={18} />} onSelect={() => actions.remove.mutate(comment)}>
          {common(($) => $.delete)}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
