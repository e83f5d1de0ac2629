import "./i18n/texts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListVideo } from "lucide-react";
import { useTranslation } from "react-i18next";
import { nothingToShow } from "@/lib/nothingToShow";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { PlaylistGrid } from "./PlaylistGrid";
import { channelPlaylistsQuery } from "./queries";

/** The public lists of a channel, those that changed last first. */
export function ChannelPlaylists({ username, own }: { username: string; own: boolean }) {
  const { t } = useTranslation("playlists");
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...channelPlaylistsQuery(username),
    throwOnError: nothingToShow,
  });
  const lists = data?.pages.flatMap((page) => page.playlists);
  if (lists === undefined) return <CardSkeletons />;
  if (lists.length === 0) {
    return (
      <EmptyState
        picture={<ListVideo size={48} strokeWidth={1.5} />}
        title={t(($) => $.channel.title)}
        text={t(($) => (own ? $.channel.own : $.channel.text))}
        action={
          own ? (
            <Link to="/library" className={buttonClass("secondary")}>
              {t(($) => $.channel.library)}
            </Link>
          ) : null
        }
      />
    );
  }
  return (
    <>
      <PlaylistGrid lists={lists} />
      {hasNextPage ? (
        <Button className="mt-6 w-full" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
    </>
  );
}

const CardSkeletons = () => (
  <div aria-busy="true" className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-x-4 gap-y-6">
    {[1, 2, 3, 4].map((key) => (
      <div key={key} className="flex flex-col gap-2">
        <Skeleton className="aspect-video rounded-card" />
        <Skeleton className="h-4 w-3/5" />
      </div>
    ))}
  </div>
);
