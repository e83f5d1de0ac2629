import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Clapperboard, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FollowedChannel } from "@/api/types";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Avatar } from "@/ui/Avatar";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ScrollRow } from "@/ui/ScrollRow";
import { Skeleton } from "@/ui/Skeleton";
import { EndlessGrid } from "../videos/VideoGrid";
import { feedQuery, followedQuery } from "./queries";

/** What is new in the channels that one follows. */
export function SubscriptionsPage() {
  const { t } = useTranslation("engagement");
  const feed = useInfiniteQuery({ ...feedQuery, throwOnError: nothingToShow });
  const followed = useInfiniteQuery({ ...followedQuery, throwOnError: nothingToShow });
  const channels = followed.data?.pages.flatMap((page) => page.channels);
  useTitle(t(($) => $.title));
  if (channels?.length === 0) return <Nobody />;
  return (
    <div className="px-4 pt-4 sm:px-6">
      <h1 className="mb-4 text-xl font-semibold">{t(($) => $.title)}</h1>
      <nav aria-label={t(($) => $.channels)} className="mb-6">
        <ScrollRow backLabel={t(($) => $.earlierChannels)} onLabel={t(($) => $.moreChannels)}>
          {channels
            ? channels.map((channel) => <ChannelLink key={channel.user_id} channel={channel} />)
            : [0, 1, 2, 3].map((each) => <Skeleton key={each} className="mx-3 size-10 shrink-0 rounded-full" />)}
          {followed.hasNextPage ? (
            <Button variant="ghost" busy={followed.isFetchingNextPage} onClick={() => void followed.fetchNextPage()}>
              {t(($) => $.moreChannels)}
            </Button>
          ) : null}
        </ScrollRow>
      </nav>
      <EndlessGrid list={feed} heading="h2" empty={<Quiet />} />
    </div>
  );
}

const ChannelLink = ({ channel }: { channel: FollowedChannel }) => (
  <Link
    to="/@{$username}"
    params={{ username: channel.username }}
    className="flex w-20 shrink-0 flex-col items-center gap-2 rounded-card px-1 py-2 text-xs hover:bg-hover"
  >
    <Avatar name={channel.display_name} src={channel.avatar_url} size={40} />
    <span className="w-full truncate text-center">{channel.display_name}</span>
  </Link>
);

function Nobody() {
  const { t } = useTranslation("engagement");
  return (
    <EmptyState
      heading="h1"
      picture={<UsersRound size={48} strokeWidth={1.5} />}
      title={t(($) => $.empty.title)}
      text={t(($) => $.empty.text)}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t(($) => $.empty.action)}
        </Link>
      }
    />
  );
}

function Quiet() {
  const { t } = useTranslation("engagement");
  return (
    <EmptyState
      picture={<Clapperboard size={48} strokeWidth={1.5} />}
      title={t(($) => $.quiet.title)}
      text={t(($) => $.quiet.text)}
    />
  );
}
