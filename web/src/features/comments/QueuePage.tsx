import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, MessageSquareOff, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { CommentToReview } from "@/api/types";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { Tabs } from "@/ui/Tabs";
import { toastError } from "@/ui/toast";
import { Ago } from "../videos/VideoFacts";
import { ChannelCommentSettings } from "./ChannelCommentSettings";
import { CommentBody } from "./CommentBody";
import { type QueueState, queueQuery, queueStates } from "./queries";
import { Why } from "./Why";

interface QueuePageProps {
  state: QueueState;
  onState: (state: QueueState) => void;
}

/** What waits for the channel's owner, and how the channel takes comments. */
export function QueuePage({ state, onState }: QueuePageProps) {
  const { t } = useTranslation("comments");
  useTitle(t(($) => $.queue.title));
  return (
    <div className="mx-auto max-w-4xl px-4 py-4 sm:px-6">
      <h1 className="mb-4 text-xl font-semibold">{t(($) => $.queue.title)}</h1>
      <Tabs
        label={t(($) => $.queue.tabs)}
        value={state}
        onChange={(value) => onState(queueStates.find((each) => each === value) ?? "held")}
        tabs={queueStates.map((each) => ({
          value: each,
          label: t(($) => $.queue[each]),
          content: <Waiting state={each} />,
        }))}
      />
      <ChannelCommentSettings />
    </div>
  );
}

function Waiting({ state }: { state: QueueState }) {
  const { t } = useTranslation("comments");
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...queueQuery(state),
    throwOnError: nothingToShow,
  });
  const waiting = data?.pages.flatMap((page) => page.comments) ?? [];
  if (isPending) return <Skeleton className="h-32 rounded-card" />;
  if (waiting.length === 0) {
    return (
      <EmptyState
        picture={<MessageSquareOff size={44} />}
        title={t(($) => $.queue.empty)}
        text={t(($) => $.queue.emptyText)}
      />
    );
  }
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {waiting.map((each) => (
          <Review key={each.comment.comment_id} waiting={each} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button className="mt-4 w-full" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
    </>
  );
}

function Review({ waiting: { comment, video } }: { waiting: CommentToReview }) {
  const { t } = useTranslation("comments");
  const client = useQueryClient();
  const problemText = useProblemText();
  const review = useMutation({
    mutationFn: (decision: "approve" | "reject") =>
      unwrap(
        api.POST("/api/v1/comments/{id}/review", {
          params: { path: { id: comment.comment_id } },
          body: { decision },
        }),
      ),
    onError: (error) => toastError(t(($) => $.notDone, { reason: problemText(error) })),
    onSettled: () => client.invalidateQueries({ queryKey: ["me", "comments", "queue"] }),
  });
  const name = comment.user?.display_name || t(($) => $.unknownUser);
  return (
    <li className="flex gap-3 py-4">
      <Avatar name={name} src={comment.user?.avatar_url} size={40} />
      <div className="min-w-0 grow">
        <p className="text-sm text-ink-muted">
          <span className="font-medium text-ink">{name}</span> <Ago time={comment.created_at} />
          {video ? (
            <>
              {` ${t(($) => $.queue.on)} `}
              <Link
                to="/watch/$videoId"
                params={{ videoId: comment.video_id }}
                className="text-ink underline underline-offset-2"
              >
                {video.title}
              </Link>
            </>
          ) : null}
        </p>
        {comment.status === "approved" ? (
          <p className="text-sm text-danger">{t(($) => $.queue.reports, { count: comment.report_count })}</p>
        ) : (
          <Why comment={comment} />
        )}
        <CommentBody comment={comment} duration={0} />
        <div className="mt-2 flex flex-wrap gap-2">
          <Button busy={review.isPending} onClick={() => review.mutate("approve")}>
            <Check aria-hidden size={18} />
            {t(($) => (comment.status === "approved" ? $.queue.keep : $.queue.approve))}
          </Button>
          {comment.status === "rejected" ? null : (
            <Button variant="danger" busy={review.isPending} onClick={() => review.mutate("reject")}>
              <X aria-hidden size={18} />
              {t(($) => $.queue.reject)}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
