import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellOff, Settings } from "lucide-react";
import { useTranslation } from "react-i18next";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import "./i18n/texts";
import { NotificationList } from "./NotificationList";
import { inboxQuery, useInboxActions } from "./queries";

/** Everything that somebody was told, the newest first. */
export function InboxPage() {
  const { t } = useTranslation("notifications");
  useTitle(t(($) => $.title));
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...inboxQuery,
    throwOnError: nothingToShow,
  });
  const { readAll } = useInboxActions();
  const entries = data?.pages.flatMap((page) => page.notifications);
  const unread = data?.pages[0]?.unread ?? 0;
  return (
    <div className="mx-auto flex max-w-3xl flex-col px-4 pt-4 sm:px-6">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <h1 className="grow text-xl font-semibold">{t(($) => $.title)}</h1>
        {unread > 0 ? (
          <Button className="max-sm:order-last" busy={readAll.isPending} onClick={() => readAll.mutate()}>
            {t(($) => $.readAll)}
          </Button>
        ) : null}
        <Link to="/settings/notifications" className={buttonClass("ghost")}>
          <Settings aria-hidden size={18} />
          <span className="max-sm:sr-only">{t(($) => $.settings)}</span>
        </Link>
      </div>
      {entries === undefined ? (
        [0, 1, 2, 3].map((each) => <Skeleton key={each} className="mb-3 h-16 rounded-control" />)
      ) : entries.length === 0 ? (
        <EmptyState
          picture={<BellOff size={48} strokeWidth={1.5} />}
          title={t(($) => $.empty.title)}
          text={t(($) => $.empty.text)}
          action={
            <Link to="/subscriptions" className={buttonClass("secondary")}>
              {t(($) => $.empty.action)}
            </Link>
          }
        />
      ) : (
        <NotificationList notifications={entries} />
      )}
      {hasNextPage ? (
        <Button className="mt-4 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
    </div>
  );
}
