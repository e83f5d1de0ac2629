import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Notification } from "@/api/types";
import { cx } from "@/lib/cx";
import { formatAgo, formatDateTime } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useNow } from "@/lib/useNow";
import { Avatar } from "@/ui/Avatar";
import { IconButton } from "@/ui/IconButton";
import { useInboxActions } from "./queries";
import { useSentence } from "./useSentence";

interface NotificationListProps {
  notifications: readonly Notification[];
  /** Something was opened. */
  onOpen?: () => void;
}

/** Who did what; opening one marks it as read. */
export function NotificationList({ notifications, onOpen }: NotificationListProps) {
  return (
    <ul className="flex flex-col">
      {notifications.map((one) => (
        <Entry key={one.id} one={one} {...(onOpen ? { onOpen } : {})} />
      ))}
    </ul>
  );
}

const quoted = new Set(["comment", "reply", "mention", "heart"]);

function Entry({ one, onOpen }: { one: Notification; onOpen?: () => void }) {
  const { t } = useTranslation("notifications");
  const language = useLanguage();
  const now = useNow();
  const sentence = useSentence();
  const { read, remove } = useInboxActions();
  const open = () => {
    if (!one.read) read.mutate(one.id);
    onOpen?.();
  };
  return (
    <li className="group relative flex gap-3 rounded-control px-3 py-3 hover:bg-hover">
      <span className={cx("mt-4 size-2 shrink-0 rounded-full", one.read ? "bg-transparent" : "bg-accent")}>
        {one.read ? null : <span className="sr-only">{t(($) => $.newOne)}</span>}
      </span>
      <Avatar name={one.actor?.display_name ?? one.video?.title ?? "·"} src={one.actor?.avatar_url} size={40} />
      <div className="min-w-0 grow">
        <Target one={one} onClick={open}>
          {sentence(one)}
        </Target>
        {quoted.has(one.kind) && one.detail ? <p className="mt-0.5 truncate text-ink-muted">{one.detail}</p> : null}
        <p className="mt-0.5 text-xs text-ink-muted" title={formatDateTime(one.happened_at, language)}>
          {formatAgo(one.happened_at, language, now)}
        </p>
      </div>
      <IconButton
        label={t(($) => $.remove)}
        tooltip="end"
        icon={<X aria-hidden size={18} />}
        onClick={() => remove.mutate(one.id)}
        className="relative z-10 shrink-0"
      />
    </li>
  );
}

/** The link covers the whole row. */
function Target({ one, onClick, children }: { one: Notification; onClick: () => void; children: string }) {
  const className = "line-clamp-3 text-pretty after:absolute after:inset-0 after:rounded-control";
  if (one.video && one.kind === "processing_failed")
    return (
      <Link to="/studio/$videoId" params={{ videoId: one.video.video_id }} onClick={onClick} className={className}>
        {children}
      </Link>
    );
  if (one.video)
    return (
      <Link
        to="/watch/$videoId"
        params={{ videoId: one.video.video_id }}
        {...(one.comment_id ? { search: { comment: one.comment_id } } : {})}
        onClick={onClick}
        className={className}
      >
        {children}
      </Link>
    );
  return (
    <button type="button" onClick={onClick} className={cx(className, "text-left")}>
      {children}
    </button>
  );
}
