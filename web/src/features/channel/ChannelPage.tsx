import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Video } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Channel } from "@/api/types";
import { formatCompact, formatDate } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Avatar } from "@/ui/Avatar";
import { buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { RichText } from "@/ui/RichText";
import { Skeleton } from "@/ui/Skeleton";
import { Tabs } from "@/ui/Tabs";
import { SubscribeButton } from "../engagement/SubscribeButton";
import { SubscriberCount } from "../engagement/SubscriberCount";
import { ChannelPlaylists } from "../playlists/ChannelPlaylists";
import { hashtag } from "../videos/Hashtag";
import { VideoGrid } from "../videos/VideoGrid";
import { channelQuery } from "./queries";
import { type ChannelTab, isChannelTab } from "./tabs";

interface ChannelPageProps {
  username: string;
  tab: ChannelTab;
  onTab: (tab: ChannelTab) => void;
}

export function ChannelPage({ username, tab, onTab }: ChannelPageProps) {
  const { t } = useTranslation("channel");
  const { data: channel } = useQuery({ ...channelQuery(username), throwOnError: nothingToShow });
  const own = useMe()?.username === username;
  useTitle(channel ? channel.channel_name || channel.display_name : undefined);
  return (
    <div className="mx-auto max-w-[100rem] px-4 sm:px-6">
      {channel ? <Header channel={channel} own={own} onMore={() => onTab("about")} /> : <HeaderSkeleton />}
      <div className="mt-6">
        <Tabs
          label={t(($) => $.parts)}
          value={tab}
          onChange={(value) => {
            if (isChannelTab(value)) onTab(value);
          }}
          tabs={[
            {
              value: "videos",
              label: t(($) => $.videos),
              content: (
                <VideoGrid heading="h2" filter={{ channel: username }} hideChannel empty={<NoVideos own={own} />} />
              ),
            },
            {
              value: "playlists",
              label: t(($) => $.playlists),
              content: (
                <>
                  <h2 className="sr-only">{t(($) => $.playlists)}</h2>
                  <ChannelPlaylists username={username} own={own} />
                </>
              ),
            },
            { value: "about", label: t(($) => $.about), content: channel ? <About channel={channel} /> : null },
          ]}
        />
      </div>
    </div>
  );
}

function Header({ channel, own, onMore }: { channel: Channel; own: boolean; onMore: () => void }) {
  const { t } = useTranslation("channel");
  const { t: videos } = useTranslation("videos");
  const language = useLanguage();
  const name = channel.channel_name || channel.display_name;
  return (
    <header>
      {channel.banner_url ? (
        <img
          src={channel.banner_url}
          alt=""
          width={2048}
          height={341}
          className="aspect-[6/1] w-full rounded-panel bg-skeleton object-cover max-sm:aspect-[4/1]"
        />
      ) : null}
      <div className="flex items-center gap-4 pt-6 sm:gap-6">
        <Avatar name={name} src={channel.avatar_url} size={128} className="max-sm:size-20" />
        <div className="min-w-0 grow">
          <h1 className="text-lg font-semibold text-balance sm:text-xl">{name}</h1>
          <p className="mt-1 text-ink-muted">
            <span className="font-medium text-ink">@{channel.username}</span>
            <span aria-hidden> · </span>
            <SubscriberCount count={channel.subscriber_count} />
            <span aria-hidden> · </span>
            <span className="tabular">
              {videos(($) => $.videos, {
                count: channel.video_count,
                videos: formatCompact(channel.video_count, language),
              })}
            </span>
          </p>
          {channel.channel_description ? <Words text={channel.channel_description} onMore={onMore} /> : null}
          <div className="mt-3 flex flex-wrap gap-2">
            {own ? (
              <Link to="/settings" className={buttonClass("secondary")}>
                {t(($) => $.edit)}
              </Link>
            ) : (
              <SubscribeButton username={channel.username} name={name} subscription={channel.subscription} />
            )}
          </div>
        </div>
      </div>
    </header>
  );
}

/** One line of the channel's own words; the rest is said in its own tab. */
function Words({ text, onMore }: { text: string; onMore: () => void }) {
  const { t } = useTranslation("channel");
  const long = text.length > 90 || text.includes("\n");
  return (
    <div className="mt-2 flex max-w-2xl items-baseline gap-2 text-ink-muted">
      <p className="min-w-0 truncate">
        <RichText text={text} renderTag={hashtag} />
      </p>
      {long ? (
        <button
          type="button"
          onClick={onMore}
          aria-label={t(($) => $.more)}
          className="-my-2.5 grid size-10 shrink-0 place-items-center rounded-full font-semibold text-ink hover:bg-hover"
        >
          …
        </button>
      ) : null}
    </div>
  );
}

function About({ channel }: { channel: Channel }) {
  const { t } = useTranslation("channel");
  const language = useLanguage();
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <h2 className="sr-only">{t(($) => $.about)}</h2>
      <p className="text-base break-words whitespace-pre-line">
        {channel.channel_description ? (
          <RichText text={channel.channel_description} renderTag={hashtag} />
        ) : (
          t(($) => $.noWords)
        )}
      </p>
      <p className="text-ink-muted">{t(($) => $.since, { date: formatDate(channel.created_at, language) })}</p>
    </section>
  );
}

function NoVideos({ own }: { own: boolean }) {
  const { t } = useTranslation("channel");
  return (
    <EmptyState
      picture={<Video size={48} strokeWidth={1.5} />}
      title={t(($) => $.empty.title)}
      text={t(($) => (own ? $.empty.own : $.empty.text))}
      action={
        own ? (
          <>
            <Link to="/upload" className={buttonClass("primary")}>
              {t(($) => $.empty.upload)}
            </Link>
            <Link to="/studio" className={buttonClass("secondary")}>
              {t(($) => $.empty.yourVideos)}
            </Link>
          </>
        ) : null
      }
    />
  );
}

const HeaderSkeleton = () => (
  <div aria-busy="true" className="flex items-center gap-4 pt-6 sm:gap-6">
    <Skeleton className="size-20 shrink-0 rounded-full sm:size-32" />
    <div className="flex grow flex-col gap-3">
      <Skeleton className="h-8 w-56 max-w-full" />
      <Skeleton className="h-4 w-72 max-w-full" />
      <Skeleton className="h-4 w-96 max-w-full" />
    </div>
  </div>
);
