import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellOff, Settings } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { iconButtonClass } from "@/ui/IconButton";
import { Skeleton } from "@/ui/Skeleton";
import "./i18n/texts";
import { NotificationList } from "./NotificationList";
import { inboxQuery, useInboxActions } from "./queries";

/** The newest of the inbox, beside the bell. */
export function BellPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("notifications");
  const { data } = useInfiniteQuery(inboxQuery);
  const { readAll } = useInboxActions();
  const first = data?.pages[0];
  return (
    <div className="flex max-h-[min(36rem,80dvh)] flex-col">
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <h2 className="grow text-base font-semibold">{t(($) => $.title)}</h2>
        <Link
          to="/settings/notifications"
          onClick={onClose}
          aria-label={t(($) => $.settings)}
          data-tooltip={t(($) => $.settings)}
          data-tooltip-at="end"
          className={iconButtonClass}
        >
          <Settings aria-hidden size={20} />
        </Link>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="min-h-0 grow overflow-y-auto p-1" tabIndex={0} aria-label={t(($) => $.title)}>
        {first === undefined ? (
          [0, 1, 2].map((each) => <Skeleton key={each} className="m-3 h-14 rounded-control" />)
        ) : first.notifications.length === 0 ? (
          <EmptyState
            picture={<BellOff size={40} strokeWidth={1.5} />}
            title={t(($) => $.empty.title)}
            text={t(($) => $.empty.text)}
            heading="h3"
          />
        ) : (
          <NotificationList notifications={first.notifications} onOpen={onClose} />
        )}
      </section>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2">
        <Link to="/notifications" onClick={onClose} className={buttonClass("ghost")}>
          {t(($) => $.all)}
        </Link>
        <span className="grow" />
        {first && first.unread > 0 ? (
          <Button variant="ghost" busy={readAll.isPending} onClick={() => readAll.mutate()}>
            {t(($) => $.readAll)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
