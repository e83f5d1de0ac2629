import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Video } from "@/api/types";
import { useChannel } from "@/lib/realtime/useChannel";
import { Avatar } from "@/ui/Avatar";
import { Button, buttonClass } from "@/ui/Button";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/Skeleton";
import { applyLive } from "./applyLive";
import { Composer } from "./Composer";
import { type CommentSort, sorts, threadsQuery } from "./queries";
import { Thread } from "./Thread";
import { useCommentActions } from "./useCommentActions";

/** What people say below a video. */
export function CommentSection({ video }: { video: Video }) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const me = useMe();
  const [sort, setSort] = useState<CommentSort>("top");
  const client = useQueryClient();
  const actions = useCommentActions(video.video_id);
  useChannel(`video:${video.video_id}`, (message) => applyLive(client, video.video_id, message));
  const { data, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...threadsQuery(video.video_id, sort),
    placeholderData: (previous) => previous,
  });
  const first = data?.pages[0];
  const open = first !== undefined && first.policy !== "closed";
  const threads = data?.pages.flatMap((page) => page.comments) ?? [];
  return (
    <section aria-labelledby="comments-title" className="mt-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 id="comments-title" className="mr-auto text-lg font-semibold">
          {t(($) => $.title, { count: first?.comment_count ?? 0 })}
        </h2>
        <Select
          label={t(($) => $.sort.label)}
          hideLabel
          value={sort}
          onChange={(event) => setSort(sorts.find((each) => each === event.target.value) ?? "top")}
          options={sorts.map((each) => ({ value: each, label: t(($) => $.sort[each]) }))}
        />
      </div>
      <div className="mt-4 mb-6 flex gap-3">
        {first && !open ? <p className="text-ink-muted">{t(($) => $.closed)}</p> : null}
        {open && me ? (
          <>
            <Avatar name={me.display_name} src={me.avatar_url} size={40} />
            <Composer
              label={t(($) => $.placeholder)}
              send={t(($) => $.send)}
              busy={actions.post.isPending}
              onSend={(content) => actions.post.mutateAsync({ content })}
            />
          </>
        ) : null}
        {open && !me ? (
          <Link to="/login" className={buttonClass("secondary")}>
            {t(($) => $.signIn)}
          </Link>
        ) : null}
      </div>
      {first?.policy === "held" && !video.is_owner ? (
        <p className="-mt-3 mb-6 text-ink-muted">{t(($) => $.allHeld)}</p>
      ) : null}
      {isPending ? <Waiting /> : null}
      {isError && !data ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-muted">{t(($) => $.failed)}</p>
          <Button onClick={() => void refetch()}>{common(($) => $.retry)}</Button>
        </div>
      ) : null}
      {first && threads.length === 0 && open ? <p className="text-ink-muted">{t(($) => $.empty)}</p> : null}
      <ul className="flex flex-col gap-5">
        {threads.map((comment) => (
          <Thread key={comment.comment_id} comment={comment} video={video} actions={actions} open={open} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button className="mt-4 w-full" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
    </section>
  );
}

const Waiting = () => (
  <div aria-busy="true" className="flex flex-col gap-5">
    {["w-3/4", "w-1/2", "w-2/3"].map((width) => (
      <div key={width} className="flex gap-3">
        <Skeleton className="size-10 rounded-full" />
        <Skeleton className={`h-14 rounded-card ${width}`} />
      </div>
    ))}
  </div>
);
