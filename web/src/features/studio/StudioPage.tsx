import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Clapperboard, MessageSquare, SearchX, Upload } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { BulkBar } from "./BulkBar";
import { DeleteDialog } from "./DeleteDialog";
import { Filters } from "./Filters";
import { myVideosQuery, type StudioFilter } from "./queries";
import { NOTHING, type Selection, within } from "./selection";
import { useVideoActions } from "./useVideoActions";
import { VideoTable } from "./VideoTable";

interface StudioPageProps {
  filter: StudioFilter;
  onFilter: (filter: StudioFilter) => void;
}

/** The own videos as a table that is a tool. Filter and order are the page's address. */
export function StudioPage({ filter, onFilter }: StudioPageProps) {
  const { t } = useTranslation("studio");
  const problemText = useProblemText();
  const { t: common } = useTranslation("common");
  const [chosen, setChosen] = useState<Selection>(NOTHING);
  const [doomed, setDoomed] = useState<readonly string[] | null>(null);
  const actions = useVideoActions();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...myVideosQuery(filter),
    placeholderData: (previous) => previous,
    throwOnError: nothingToShow,
  });
  const videos = useMemo(() => data?.pages.flatMap((page) => page.videos) ?? [], [data]);
  const selection = useMemo(
    () =>
      within(
        chosen,
        videos.map(({ video_id }) => video_id),
      ),
    [chosen, videos],
  );
  const total = data?.pages[0]?.pagination.total ?? 0;
  useTitle(t(($) => $.title));

  const filtered = filter.q !== undefined || filter.status !== undefined;
  return (
    <div className="mx-auto max-w-[100rem] px-4 pt-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="grow text-xl font-semibold">{t(($) => $.title)}</h1>
        <Link to="/studio/comments" className={buttonClass("secondary")}>
          <MessageSquare aria-hidden size={18} />
          {t(($) => $.comments)}
        </Link>
      </div>
      {videos.length === 0 && !filtered && !isPending ? (
        <FirstVideo />
      ) : (
        <>
          <div className="-mx-2 bg-canvas px-2 py-3 sm:sticky sm:top-(--bar) sm:z-20">
            {selection.ids.size > 0 ? (
              <BulkBar
                count={selection.ids.size}
                onClear={() => setChosen(NOTHING)}
                onPrivacy={(privacy) => actions.setPrivacy([...selection.ids], privacy)}
                onDelete={() => setDoomed([...selection.ids])}
              />
            ) : (
              <Filters filter={filter} onFilter={onFilter} count={isPending ? undefined : total} />
            )}
          </div>
          {isPending ? (
            <TableSkeleton />
          ) : videos.length === 0 ? (
            <NothingMatches onShowAll={() => onFilter({})} />
          ) : (
            <VideoTable
              videos={videos}
              sort={filter.sort ?? "newest"}
              onSort={(sort) => onFilter({ ...filter, sort })}
              selection={selection}
              onSelection={setChosen}
              onRename={actions.rename}
              onPrivacy={(id, privacy) => actions.setPrivacy([id], privacy)}
              onDelete={(id) => setDoomed([id])}
            />
          )}
          <Foot>
            {error ? (
              <>
                <p>{problemText(error)}</p>
                <Button onClick={() => void refetch()}>{common(($) => $.retry)}</Button>
              </>
            ) : hasNextPage ? (
              <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t(($) => $.loadMore)}
              </Button>
            ) : null}
          </Foot>
        </>
      )}
      <DeleteDialog
        ids={doomed}
        title={videos.find(({ video_id }) => video_id === doomed?.[0])?.title ?? ""}
        busy={actions.removing}
        onClose={() => setDoomed(null)}
        onDelete={(ids) => {
          setDoomed(null);
          setChosen(NOTHING);
          void actions.remove(ids);
        }}
      />
    </div>
  );
}

const Foot = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-16 flex-col items-center justify-center gap-3">{children}</div>
);

function FirstVideo() {
  const { t } = useTranslation("studio");
  return (
    <EmptyState
      picture={<Clapperboard size={48} strokeWidth={1.5} />}
      title={t(($) => $.empty.title)}
      text={t(($) => $.empty.text)}
      action={
        <Link to="/upload" className={buttonClass("primary")}>
          <Upload aria-hidden size={18} />
          {t(($) => $.upload)}
        </Link>
      }
    />
  );
}

function NothingMatches({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation("studio");
  return (
    <EmptyState
      picture={<SearchX size={48} strokeWidth={1.5} />}
      title={t(($) => $.nothing.title)}
      text={t(($) => $.nothing.text)}
      action={<Button onClick={onShowAll}>{t(($) => $.nothing.action)}</Button>}
    />
  );
}

const TableSkeleton = () => (
  <div aria-busy className="flex flex-col gap-4 pt-12">
    {[0, 1, 2, 3, 4].map((row) => (
      <div key={row} className="flex items-center gap-4">
        <Skeleton className="aspect-video w-32 shrink-0 rounded-control" />
        <Skeleton className="h-4 w-1/3" />
        <Skeleton className="h-4 grow" />
      </div>
    ))}
  </div>
);
