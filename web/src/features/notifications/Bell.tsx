import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/api/me";
import { useChannel } from "@/lib/realtime/useChannel";
import { IconButton } from "@/ui/IconButton";
import { part } from "@/ui/part";
import { unreadQuery } from "./unread";

// What opens is loaded with the first press: the first view must not pay for it.
const BellPopover = part(async () => (await import("./BellPopover")).BellPopover);

/** The bell with how much is unread; opens the newest. The label has the number in it, for screen readers. */
export function Bell({ label }: { label: (unread: number) => string }) {
  const [wanted, setWanted] = useState(false);
  const { data } = useQuery(unreadQuery);
  const client = useQueryClient();
  const userId = useMe()?.user_id;
  useChannel(userId ? `user:${userId}` : undefined, ({ type }) => {
    if (type === "notification" || type === "reset") void client.invalidateQueries({ queryKey: ["notifications"] });
  });
  const unread = data?.unread ?? 0;
  const icon = (
    <span className="relative">
      <BellIcon aria-hidden size={20} />
      {unread > 0 ? (
        <span
          aria-hidden
          className="tabular absolute -top-2.5 -right-2.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-xs leading-none font-semibold text-on-accent"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </span>
  );
  const button = <IconButton label={label(unread)} icon={icon} tooltip="end" onClick={() => setWanted(true)} />;
  return wanted ? (
    <BellPopover
      label={label(unread)}
      button={<IconButton label={label(unread)} icon={icon} tooltip="end" />}
      waiting={button}
      onMissing={() => setWanted(false)}
    />
  ) : (
    button
  );
}
