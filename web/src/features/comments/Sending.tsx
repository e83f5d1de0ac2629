import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { cx } from "@/lib/cx";
import { Avatar } from "@/ui/Avatar";
import { CommentBody } from "./CommentBody";

/** What one has just written, on its way to the server. */
export function Sending({ content, reply = false }: { content: string; reply?: boolean }) {
  const { t } = useTranslation("comments");
  const me = useMe();
  const name = me?.display_name ?? "";
  return (
    <li className={cx("flex gap-3", !reply && "pb-10")}>
      <Avatar name={name} src={me?.avatar_url} size={reply ? 24 : 40} />
      <div className="min-w-0 grow">
        <p className="text-sm">
          <span className="font-medium">{name}</span> <span className="text-ink-muted">{t(($) => $.sending)}</span>
        </p>
        <CommentBody comment={{ content, mentions: [] }} duration={0} />
      </div>
    </li>
  );
}
