import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Comment, Video } from "@/api/types";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { CommentItem } from "./CommentItem";
import { repliesQuery } from "./queries";
import type { CommentActions } from "./useCommentActions";

interface ThreadProps {
  comment: Comment;
  video: Video;
  actions: CommentActions;
  open: boolean;
}

/** A comment and, once asked for, everything below it in one line under it. */
export function Thread({ comment, video, actions, open }: ThreadProps) {
  const { t } = useTranslation("comments");
  const [unfolded, setUnfolded] = useState(false);
  const Chevron = unfolded ? ChevronUp : ChevronDown;
  return (
    <li className="flex flex-col">
      <CommentItem comment={comment} video={video} actions={actions} open={open} />
      {comment.reply_count > 0 ? (
        <div className="pl-4 sm:pl-13">
          <Button variant="ghost" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            <Chevron aria-hidden size={18} />
            {unfolded ? t(($) => $.hideReplies) : t(($) => $.showReplies, { count: comment.reply_count })}
          </Button>
          {unfolded ? <Replies root={comment} video={video} actions={actions} open={open} /> : null}
        </div>
      ) : null}
    </li>
  );
}

function Replies({ root, video, actions, open }: Omit<ThreadProps, "comment"> & { root: Comment }) {
  const { t } = useTranslation("comments");
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    repliesQuery(video.video_id, root.comment_id),
  );
  if (isPending) return <Skeleton className="my-2 h-16 rounded-card" />;
  return (
    <>
      <ul className="mt-2 flex flex-col gap-3">
        {data?.pages
          .flatMap((page) => page.comments)
          .map((reply) => (
            <li key={reply.comment_id}>
              <CommentItem comment={reply} video={video} actions={actions} open={open} reply />
            </li>
          ))}
      </ul>
      {hasNextPage ? (
        <Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.moreReplies)}
        </Button>
      ) : null}
    </>
  );
}
