import "./i18n/texts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { History, Trash2, X } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { nothingToShow } from "@/lib/nothingToShow";
import { useNearEnd } from "@/lib/useNearEnd";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { EmptyState } from "@/ui/EmptyState";
import { IconButton } from "@/ui/IconButton";
import { Skeleton } from "@/ui/Skeleton";
import { Switch } from "@/ui/Switch";
import { ListProblem } from "../videos/ListProblem";
import { Ago } from "../videos/VideoFacts";
import { VideoLine } from "../videos/VideoLine";
import { historyChoiceQuery, historyQuery } from "./queries";
import { useHistoryActions } from "./useHistoryActions";

/** What the reader watched: removed one by one, cleared, or not kept at all. */
export function HistoryPage() {
  const { t } = useTranslation("library");
  const title = t(($) => $.history);
  const list = useInfiniteQuery({
    ...historyQuery,
    throwOnError: nothingToShow,
  });
  const { data, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const end = useNearEnd(more, hasNextPage && !isFetchingNextPage && !isFetchNextPageError);
  const { remove, clear, pause } = useHistoryActions();
  const { data: choice } = useQuery(historyChoiceQuery);
  const [asking, setAsking] = useState(false);
  const entries = data?.pages.flatMap((page) => page.videos) ?? [];
  useTitle(title);
  return (
    <div className="mx-auto max-w-3xl px-4 pt-6 sm:px-6">
      <h1 className="text-xl font-semibold">{title}</h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line pb-3">
        <div className="min-w-64 grow">
          <Switch
            label={t(($) => $.pause)}
            hint={t(($) => $.pauseHint)}
            checked={choice?.paused ?? false}
            disabled={choice === undefined}
            onChange={(paused) => pause.mutate(paused)}
          />
        </div>
        <Button disabled={entries.length === 0} onClick={() => setAsking(true)}>
          <Trash2 aria-hidden size={18} />
          {t(($) => $.clear)}
        </Button>
      </div>
      {isPending ? (
        <div aria-busy="true" className="mt-4 flex flex-col gap-4">
          {[1, 2, 3, 4].map((key) => (
            <Skeleton key={key} className="h-20 rounded-card" />
          ))}
        </div>
      ) : entries.length === 0 ? (
        <EmptyState
          picture={<History size={48} strokeWidth={1.5} />}
          title={t(($) => $.empty.title)}
          text={t(($) => $.empty.text)}
          action={
            <Link to="/" className={buttonClass("primary")}>
              {t(($) => $.empty.action)}
            </Link>
          }
        />
      ) : (
        <ul aria-label={title} className="mt-2 flex flex-col">
          {entries.map((entry) => (
            <li key={entry.video_id} className="flex items-center gap-2 py-2">
              <VideoLine
                video={entry.video}
                unavailable={t(($) => $.unavailable)}
                note={
                  <>
                    {t(($) => $.watched)} <Ago time={entry.watched_at} />
                  </>
                }
              />
              <IconButton
                label={t(($) => $.remove, { title: entry.video?.title ?? t(($) => $.unavailable) })}
                tooltip="none"
                icon={<X aria-hidden size={20} />}
                onClick={() => remove.mutate(entry.video_id)}
              />
            </li>
          ))}
        </ul>
      )}
      <div ref={end} />
      <ListProblem list={list} />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t(($) => $.clearTitle)}
        description={t(($) => $.clearText)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t(($) => $.keep)}</Button>
            <Button
              variant="danger"
              busy={clear.isPending}
              onClick={() => clear.mutate(undefined, { onSettled: () => setAsking(false) })}
            >
              {t(($) => $.clear)}
            </Button>
          </>
        }
      />
    </div>
  );
}
