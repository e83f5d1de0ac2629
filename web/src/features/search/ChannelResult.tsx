import { Link } from "@tanstack/react-router";
import type { ChannelResult as Result } from "@/api/types";
import { Avatar } from "@/ui/Avatar";
import { SubscriberCount } from "../engagement/SubscriberCount";
import { Marked } from "./Marked";

export function ChannelResult({ channel }: { channel: Result }) {
  const to = { to: "/@{$username}", params: { username: channel.username } } as const;
  return (
    <article className="flex items-center gap-4 py-2 sm:gap-6">
      <Link {...to} tabIndex={-1} aria-hidden className="shrink-0 rounded-full">
        <Avatar name={channel.channel_name} src={channel.avatar_url} size={80} />
      </Link>
      <div className="min-w-0">
        <h2 className="text-base font-medium">
          <Link {...to} dir="auto" className="line-clamp-2 rounded-small">
            {channel.channel_name}
          </Link>
        </h2>
        <p className="text-xs text-ink-muted">
          @{channel.username}
          <span aria-hidden> · </span>
          <SubscriberCount count={channel.subscriber_count} />
        </p>
        {channel.description.text === "" ? null : (
          <p dir="auto" className="mt-1 line-clamp-2 max-w-prose text-xs wrap-anywhere text-ink-muted">
            <Marked snippet={channel.description} />
          </p>
        )}
      </div>
    </article>
  );
}
