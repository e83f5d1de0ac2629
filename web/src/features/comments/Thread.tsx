import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Comment, Video } from "@/api/types";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { ListProblem } from "../videos/ListProblem";
import { CommentItem } from "./CommentItem";
import { once, repliesQuery } from "./queries";
import { Sending } from "./Sending";
import { type CommentActions, useSending } from "./useCommentActions";

interface ThreadProps {
  comment: Comment;
  video: Video;
  actions: CommentActions;
  open: boolean;
  /** The comment that the address leads to, where it is in this thread. */
  linked?: string | undefined;
}

/** A comment and, once asked for, everything below it in one line under it. */
export function Thread({ comment, video, actions, open, linked }: ThreadProps) {
  const { t } = useTranslation("comments");
  const [unfolded, setUnfolded] = useState(linked !== undefined && linked !== comment.comment_id);
  const Chevron = unfolded ? ChevronUp : ChevronDown;
  return (
    <li className="flex flex-col">
      <CommentItem
        comment={comment}
        video={video}
        actions={actions}
        open={open}
        linked={linked}
        onAnswer={() => setUnfolded(true)}
      />
      {comment.reply_count > 0 || unfolded ? (
        <div className="pl-4 sm:pl-13">
          {comment.reply_count > 0 ? (
            <Button variant="ghost" className="-ml-4" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              <Chevron aria-hidden size={18} />
              {unfolded ? t(($) => $.hideReplies) : t(($) => $.showReplies, { count: comment.reply_count })}
            </Button>
          ) : null}
          {unfolded ? <Replies root={comment} video={video} actions={actions} open={open} linked={linked} /> : null}
        </div>
      ) : null}
    </li>
  );
}

function Replies({ root, video, actions, open, linked }: Omit<ThreadProps, "comment"> & { root: Comment }) {
  const { t } = useTranslation("comments");
  const list = useInfiniteQuery(repliesQuery(video.video_id, root.comment_id));
  const { data, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const sending = useSending(video.video_id, root.comment_id);
  const replies = once(data);
  const here = linked === undefined || linked === root.comment_id || replies.some((one) => one.comment_id === linked);
  const wanting = data !== undefined && !here && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wanting) void fetchNextPage();
  }, [wanting, fetchNextPage]);
  return (
    <>
      {isPending ? <Skeleton className="my-2 h-16 rounded-card" /> : null}
      <ul className="mt-2 flex flex-col gap-3">
        {replies.map((reply) => (
          <li key={reply.comment_id}>
            <CommentItem comment={reply} video={video} actions={actions} open={open} linked={linked} reply />
          </li>
        ))}
        {sending.map((written) => (
          <Sending key={written.key} content={written.content} reply />
        ))}
      </ul>
      <ListProblem list={list} />
      {hasNextPage && !isFetchNextPageError ? (
        <Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.moreReplies)}
        </Button>
      ) : null}
    </>
  );
}
