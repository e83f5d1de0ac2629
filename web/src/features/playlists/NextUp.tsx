import "./i18n/texts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Shuffle } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { useKeptSwitch } from "@/lib/keptSwitch";
import { isUnfinished, whenFinished } from "@/lib/unfinished";
import { IconButton } from "@/ui/IconButton";
import { Switch } from "@/ui/Switch";
import { ListProblem } from "../videos/ListProblem";
import { Thumbnail } from "../videos/Thumbnail";
import { autoplay } from "./autoplay";
import { entriesOf, entryAfter, newShuffle } from "./order";
import { LIKED, playlistQuery, playlistVideosQuery } from "./queries";
import { usePlaylistTitle } from "./usePlaylistTitle";

interface NextUpProps {
  list: string;
  shuffle: number | undefined;
  videoId: string;
  /** Tells when the video has come to its end; gives back what stops the telling. */
  onEnded: (act: (videoId: string) => void) => () => void;
}

/** The list that is being played, beside the player: what was, what is and what comes; goes on by itself. */
export function NextUp({ list, shuffle, videoId, onEnded }: NextUpProps) {
  const { t } = useTranslation("playlists");
  const named = usePlaylistTitle();
  const navigate = useNavigate();
  const { data: playlist } = useQuery(playlistQuery(list));
  const videos = useInfiniteQuery(playlistVideosQuery(list, shuffle));
  const { data, isLoadingError, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage } = videos;
  const goesOn = useKeptSwitch(autoplay);
  const entries = entriesOf(data);
  const place = entries.findIndex((entry) => entry.video?.video_id === videoId);
  const next = entryAfter(entries, videoId)?.video?.video_id;

  // What is not there yet: the page with this video, and the one after it.
  const wanting =
    data !== undefined && next === undefined && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wanting) void fetchNextPage();
  }, [wanting, fetchNextPage]);

  // An open dialog, or a comment half written, would be gone with this video: the next one waits for it.
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    let forget = () => {};
    const unsubscribe = onEnded((ended) => {
      if (ended !== videoId || !goesOn || next === undefined) return;
      setWaits(isUnfinished());
      forget();
      forget = whenFinished(() => {
        setWaits(false);
        void navigate({
          to: "/watch/$videoId",
          params: { videoId: next },
          search: { list, ...(shuffle === undefined ? {} : { shuffle }) },
        });
      });
    });
    return () => {
      unsubscribe();
      forget();
    };
  }, [onEnded, videoId, goesOn, next, navigate, list, shuffle]);

  const current = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls again when another video plays
  useEffect(() => {
    // A promise in newer browsers, so it must not be what the effect gives back.
    void current.current?.scrollIntoView({ block: "nearest" });
  }, [place]);

  if (isLoadingError || playlist === undefined) return null;
  const title = named(playlist);
  const toggleShuffle = () =>
    void navigate({
      to: "/watch/$videoId",
      params: { videoId },
      search: { list, ...(shuffle === undefined ? { shuffle: newShuffle() } : {}) },
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-label={t(($) => $.playing, { title })} className="mb-6 rounded-card border border-line bg-surface">
      <header className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-4">
        <div className="min-w-0 grow">
          <h2 className="truncate text-base font-semibold">
            <Link to="/playlist/$playlistId" params={{ playlistId: list }} className="rounded-small">
              {title}
            </Link>
          </h2>
          <p className="tabular text-xs text-ink-muted">
            {place < 0
              ? t(($) => $.videos, { count: playlist.video_count })
              : t(($) => $.placeOf, { place: place + 1, count: playlist.video_count })}
          </p>
        </div>
        {list === LIKED ? null : (
          <IconButton
            label={t(($) => $.shuffle)}
            aria-pressed={shuffle !== undefined}
            tooltip="end"
            className={cx(shuffle !== undefined && "bg-accent-soft text-accent")}
            icon={<Shuffle aria-hidden size={20} />}
            onClick={toggleShuffle}
          />
        )}
      </header>
      <Switch
        label={t(($) => $.autoplay)}
        hint={<span role="status">{waits && goesOn ? t(($) => $.waits) : null}</span>}
        checked={goesOn}
        onChange={autoplay.set}
        className="px-4 py-1"
      />
      <ol className="max-h-96 overflow-y-auto pb-2">
        {entries.map((entry, index) => (
          <li
            key={entry.item_id}
            ref={index === place ? current : undefined}
            className={cx("flex items-center gap-2 px-3 py-1.5", index === place && "bg-sunken")}
          >
            <span className="tabular w-5 shrink-0 text-center text-xs text-ink-muted">{index + 1}</span>
            {entry.video ? (
              <Link
                to="/watch/$videoId"
                params={{ videoId: entry.video.video_id }}
                search={{ list, ...(shuffle === undefined ? {} : { shuffle }) }}
                aria-current={index === place ? "true" : undefined}
                activeProps={{}}
                className="flex min-w-0 grow items-center gap-3 rounded-control"
              >
                <Thumbnail
                  src={entry.video.thumbnail_url}
                  placeholder={entry.video.thumbnail_placeholder}
                  duration={entry.video.duration}
                  watchPosition={entry.video.watch_position}
                  className="w-24 shrink-0 rounded-control"
                />
                <span className="min-w-0">
                  <span className="line-clamp-2 text-sm leading-snug font-medium">{entry.video.title}</span>
                  <span className="block truncate text-xs text-ink-muted">{entry.video.user.display_name}</span>
                </span>
              </Link>
            ) : (
              <span className="grow py-3 text-sm text-ink-muted">{t(($) => $.unavailable)}</span>
            )}
          </li>
        ))}
      </ol>
      <ListProblem list={videos} />
    </section>
  );
}
