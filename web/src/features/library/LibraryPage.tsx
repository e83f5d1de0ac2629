import "./i18n/texts";
import "../playlists/i18n/texts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { Clock, History, ListVideo, type LucideIcon, ThumbsUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { VideoCard as Card } from "@/api/types";
import { useTitle } from "@/lib/useTitle";
import { Skeleton } from "@/ui/Skeleton";
import { entriesOf } from "../playlists/order";
import { PlaylistGrid } from "../playlists/PlaylistGrid";
import { LIKED, myPlaylistsQuery, playlistVideosQuery, WATCH_LATER } from "../playlists/queries";
import { VideoCard } from "../videos/VideoCard";
import { historyQuery } from "./queries";

const SHOWN = 6;

/** All that one keeps: what one watched, wants to watch, likes, and one's lists. */
export function LibraryPage() {
  const { t } = useTranslation("library");
  const { t: playlists } = useTranslation("playlists");
  const history = useInfiniteQuery(historyQuery);
  const later = useInfiniteQuery(playlistVideosQuery(WATCH_LATER));
  const liked = useInfiniteQuery(playlistVideosQuery(LIKED));
  const lists = useInfiniteQuery(myPlaylistsQuery());
  useTitle(t(($) => $.library));
  const own = lists.data?.pages.flatMap((page) => page.playlists).filter((list) => list.kind === "own");
  const seen = (videos: readonly { video: Card | null }[] | undefined) =>
    videos?.flatMap(({ video }) => (video ? [video] : [])).slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-10 px-4 pt-6 sm:px-6">
      <h1 className="sr-only">{t(($) => $.library)}</h1>
      <Shelf icon={History} title={t(($) => $.history)} to="/history">
        <Row videos={seen(history.data?.pages[0]?.videos)} empty={t(($) => $.empty.text)} />
      </Shelf>
      <Shelf
        icon={Clock}
        title={playlists(($) => $.watchLater)}
        to="/playlist/$playlistId"
        params={{ playlistId: WATCH_LATER }}
      >
        <Row videos={later.data && seen(entriesOf(later.data))} empty={playlists(($) => $.empty.text)} />
      </Shelf>
      <Shelf
        icon={ThumbsUp}
        title={playlists(($) => $.liked)}
        to="/playlist/$playlistId"
        params={{ playlistId: LIKED }}
      >
        <Row videos={liked.data && seen(entriesOf(liked.data))} empty={t(($) => $.noLikes)} />
      </Shelf>
      <section aria-labelledby="library-lists" aria-busy={own === undefined}>
        <h2 id="library-lists" className="mb-3 flex items-center gap-3 text-lg font-semibold">
          <ListVideo aria-hidden size={20} />
          {t(($) => $.playlists)}
        </h2>
        {own === undefined ? (
          <Skeleton className="h-32 rounded-card" />
        ) : own.length === 0 ? (
          <p className="text-ink-muted">{t(($) => $.noPlaylists)}</p>
        ) : (
          <PlaylistGrid lists={own} />
        )}
      </section>
    </div>
  );
}

interface ShelfProps extends Pick<LinkProps, "to" | "params"> {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
}

function Shelf({ icon: Icon, title, children, ...link }: ShelfProps) {
  const { t } = useTranslation("library");
  return (
    <section aria-label={title}>
      <div className="mb-3 flex items-center gap-3">
        <h2 className="grow text-lg font-semibold">
          <Link {...(link as LinkProps)} className="flex w-fit items-center gap-3 rounded-small">
            <Icon aria-hidden size={20} />
            {title}
          </Link>
        </h2>
        <Link
          {...(link as LinkProps)}
          aria-label={t(($) => $.allOf, { title })}
          className="flex min-h-10 items-center rounded-full px-3 text-sm hover:bg-hover"
        >
          {t(($) => $.all)}
        </Link>
      </div>
      {children}
    </section>
  );
}

function Row({ videos, empty }: { videos: readonly Card[] | undefined; empty: string }) {
  if (videos?.length === 0) return <p className="text-ink-muted">{empty}</p>;
  return (
    <ul aria-busy={videos === undefined} className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 xl:grid-cols-6">
      {videos?.map((video) => (
        <li key={video.video_id}>
          <VideoCard video={video} heading="h3" hideChannel />
        </li>
      )) ??
        [1, 2, 3, 4, 5, 6].map((key) => (
          <li key={key}>
            <Skeleton className="aspect-video rounded-card" />
          </li>
        ))}
    </ul>
  );
}
