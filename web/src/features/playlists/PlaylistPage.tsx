import "./i18n/texts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Play, Shuffle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { toastError } from "@/ui/toast";
import { JoinPage } from "./JoinPage";
import { entriesOf, newShuffle } from "./order";
import { PlaylistCover } from "./PlaylistCover";
import { PlaylistItems } from "./PlaylistItems";
import { PlaylistMenu } from "./PlaylistMenu";
import { PrivacyIcon } from "./PrivacyIcon";
import { LIKED, playlistQuery, playlistVideosQuery } from "./queries";
import { useFirstVideo } from "./useFirstVideo";
import { usePlaylistTitle } from "./usePlaylistTitle";

interface PlaylistPageProps {
  id: string;
  /** The token of the link by which somebody was invited. */
  invitation: string | undefined;
}

export const PlaylistPage = ({ id, invitation }: PlaylistPageProps) =>
  invitation === undefined ? <Shown id={id} /> : <JoinPage id={id} token={invitation} />;

function Shown({ id }: { id: string }) {
  const { t } = useTranslation("playlists");
  const { data: list } = useQuery({
    ...playlistQuery(id),
    throwOnError: nothingToShow,
  });
  const named = usePlaylistTitle();
  const title = list ? named(list) : undefined;
  const first = useFirstVideo(id);
  useTitle(title);
  if (!list) return <HeaderSkeleton />;
  const editable = list.kind !== LIKED && list.access !== "viewer";
  return (
    <div className="mx-auto grid max-w-6xl gap-x-8 gap-y-6 px-4 pt-6 sm:px-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <header className="lg:sticky lg:top-[calc(var(--bar)+1.5rem)] lg:self-start">
        <PlaylistCover list={list} className="max-w-sm" />
        <h1 className="mt-4 text-xl font-semibold text-pretty break-words">{title}</h1>
        <p className="mt-1 flex items-center gap-2 text-ink-muted">
          <Link to="/@{$username}" params={{ username: list.user.username }} className="truncate hover:text-ink">
            {list.user.display_name}
          </Link>
          <PrivacyIcon privacy={list.privacy} />
        </p>
        {list.description ? (
          <p className="mt-3 break-words whitespace-pre-line text-ink-muted">{list.description}</p>
        ) : null}
        <div className="mt-4 flex flex-wrap gap-2">
          {first ? (
            <>
              <Link
                to="/watch/$videoId"
                params={{ videoId: first }}
                search={{ list: id }}
                className={buttonClass("primary")}
              >
                <Play aria-hidden size={18} />
                {t(($) => $.playAll)}
              </Link>
              {list.kind === LIKED ? null : <ShuffleButton id={id} />}
            </>
          ) : null}
          {list.kind === "own" ? <PlaylistMenu list={list} /> : null}
        </div>
      </header>
      <PlaylistItems id={id} editable={editable} />
    </div>
  );
}

/** Draws an order and begins with its first video. */
function ShuffleButton({ id }: { id: string }) {
  const { t } = useTranslation("playlists");
  const client = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const start = useMutation({
    mutationFn: async () => {
      const shuffle = newShuffle();
      const drawn = await client.fetchInfiniteQuery(playlistVideosQuery(id, shuffle));
      const first = entriesOf(drawn).find((entry) => entry.video !== null);
      if (first?.video) {
        await navigate({
          to: "/watch/$videoId",
          params: { videoId: first.video.video_id },
          search: { list: id, shuffle },
        });
      }
    },
    onError: (error) => toastError(problemText(error)),
  });
  return (
    <Button busy={start.isPending} onClick={() => start.mutate()}>
      <Shuffle aria-hidden size={18} />
      {t(($) => $.shuffle)}
    </Button>
  );
}

const HeaderSkeleton = () => (
  <div aria-busy="true" className="mx-auto grid max-w-6xl gap-8 px-4 pt-6 sm:px-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
    <Skeleton className="aspect-video max-w-sm rounded-card" />
    <Skeleton className="h-96 rounded-card" />
  </div>
);
