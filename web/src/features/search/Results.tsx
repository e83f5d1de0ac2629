import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CloudAlert, SearchX } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import type { SearchPage } from "@/api/types";
import { useNearEnd } from "@/lib/useNearEnd";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ListProblem } from "../videos/ListProblem";
import { ChannelResult } from "./ChannelResult";
import { CommentResult } from "./CommentResult";
import { PlaylistResult } from "./PlaylistResult";
import { keyOf, resultsOf, type SearchResult } from "./queries";
import { ResultsSkeleton, SkeletonRows } from "./ResultsSkeleton";
import { activeFilters, type SearchState, withoutFilters } from "./state";
import { VideoResult } from "./VideoResult";

interface ResultsProps {
  state: SearchState;
  list: UseInfiniteQueryResult<InfiniteData<SearchPage>>;
}

/** The rows; the next page comes before one reaches the last. */
export function Results({ state, list }: ResultsProps) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const { data, error, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const end = useNearEnd(more, hasNextPage && !isFetchingNextPage && !isFetchNextPageError);
  const type = state.type ?? "video";

  if (isPending) return <ResultsSkeleton type={type} />;
  if (!data) {
    return (
      <EmptyState
        picture={<CloudAlert size={48} strokeWidth={1.5} />}
        title={t(($) => $.failed.title)}
        text={problemText(error)}
        action={
          <Button variant="primary" onClick={() => void refetch()}>
            {common(($) => $.retry)}
          </Button>
        }
      />
    );
  }
  const results = resultsOf(data.pages);
  if (results.length === 0) return <NothingFound state={state} />;
  return (
    <>
      <ul aria-label={t(($) => $.types[type])} className="mt-4 flex flex-col gap-6 sm:gap-4">
        {results.map((result, index) => (
          <li key={keyOf(result)}>
            <Row result={result} eager={index < 3} />
          </li>
        ))}
        {isFetchingNextPage ? <SkeletonRows type={type} count={3} /> : null}
      </ul>
      <div ref={end} />
      <p role="status" className="sr-only">
        {isFetchingNextPage ? t(($) => $.loadingMore) : ""}
      </p>
      <ListProblem list={list} />
    </>
  );
}

function Row({ result, eager }: { result: SearchResult; eager: boolean }) {
  if ("comment_id" in result) return <CommentResult comment={result} />;
  if ("playlist_id" in result) return <PlaylistResult list={result} />;
  if ("video_id" in result) return <VideoResult video={result} eager={eager} />;
  return <ChannelResult channel={result} />;
}

function NothingFound({ state }: { state: SearchState }) {
  const { t } = useTranslation("search");
  const filtered = activeFilters(state).length > 0;
  const step = buttonClass("primary");
  return (
    <EmptyState
      picture={<SearchX size={48} strokeWidth={1.5} />}
      title={t(($) => $.none.title)}
      text={filtered ? t(($) => $.none.filtered) : t(($) => $.none.text)}
      action={
        filtered ? (
          <Link to="/search" search={withoutFilters(state)} replace className={step}>
            {t(($) => $.clearFilters)}
          </Link>
        ) : state.type !== undefined && state.q !== undefined ? (
          <Link to="/search" search={{ q: state.q }} className={step}>
            {t(($) => $.none.otherTypes)}
          </Link>
        ) : (
          <Link to="/" className={step}>
            {t(($) => $.none.home)}
          </Link>
        )
      }
    />
  );
}
