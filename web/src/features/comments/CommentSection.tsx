import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { ArrowUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Video } from "@/api/types";
import { Avatar } from "@/ui/Avatar";
import { Button, buttonClass } from "@/ui/Button";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/Skeleton";
import { Composer } from "./Composer";
import { type CommentSort, linkedQuery, once, sorts, threadsQuery } from "./queries";
import { Sending } from "./Sending";
import { Thread } from "./Thread";
import { useCommentActions, useSending } from "./useCommentActions";
import { useFreshThreads } from "./useFreshThreads";

interface CommentSectionProps {
  video: Video;
  /** The comment that the address leads to. */
  linked?: string | undefined;
}

/** What people say below a video. */
export function CommentSection({ video, linked }: CommentSectionProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const me = useMe();
  const here = useLocation({ select: (location) => location.href });
  const [sort, setSort] = useState<CommentSort>("top");
  const actions = useCommentActions(video.video_id);
  const sending = useSending(video.video_id, null);
  const { data, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...threadsQuery(video.video_id, sort),
    placeholderData: (previous) => previous,
  });
  const led = useQuery({ ...linkedQuery(video.video_id, linked ?? ""), enabled: linked !== undefined });
  const list = useRef<HTMLUListElement>(null);
  const loaded = once(data);
  const { count: fresh, show } = useFreshThreads(video.video_id, list, loaded);
  const first = data?.pages[0];
  const open = first !== undefined && first.policy !== "closed";
  // The thread that the address leads to comes first, wherever it stands otherwise, so nothing above it is still to come.
  const ledId = led.data?.comment_id;
  const thread = loaded.find((comment) => comment.comment_id === ledId) ?? led.data;
  const threads = thread ? [thread, ...loaded.filter((comment) => comment.comment_id !== ledId)] : loaded;
  const waiting = isPending || (linked !== undefined && led.isPending);
  return (
    <section aria-labelledby="comments-title" className="mt-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2
          id="comments-title"
          className="mr-auto scroll-mt-20 text-lg font-semibold max-lg:scroll-mt-[calc(var(--bar)+56.25vw+1rem)]"
        >
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
      <div className="mt-4 mb-6 flex min-h-10 gap-3">
        {first && !open ? <p className="text-ink-muted">{t(($) => $.closed)}</p> : null}
        {open && me ? (
          <>
            <Avatar name={me.display_name} src={me.avatar_url} size={40} />
            <Composer
              label={t(($) => $.placeholder)}
              send={t(($) => $.send)}
              onSend={(content) => actions.write(content)}
            />
          </>
        ) : null}
        {open && !me ? (
          <Link to="/login" search={{ redirect: here }} className={buttonClass("secondary")}>
            {t(($) => $.signIn)}
          </Link>
        ) : null}
      </div>
      {first?.policy === "held" && !video.is_owner ? (
        <p className="-mt-3 mb-6 text-ink-muted">{t(($) => $.allHeld)}</p>
      ) : null}
      {waiting ? <Waiting /> : null}
      {isError && !data ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-muted">{t(($) => $.failed)}</p>
          <Button onClick={() => void refetch()}>{common(($) => $.retry)}</Button>
        </div>
      ) : null}
      {linked !== undefined && led.data === null ? (
        <p role="status" className="mb-6 rounded-card bg-sunken px-4 py-3">
          {t(($) => $.linkedGone)}
        </p>
      ) : null}
      {led.isError ? (
        <div className="mb-6 flex flex-wrap items-center gap-3">
          <p className="text-ink-muted">{t(($) => $.linkedFailed)}</p>
          <Button onClick={() => void led.refetch()}>{common(($) => $.retry)}</Button>
        </div>
      ) : null}
      {first && threads.length === 0 && sending.length === 0 && open ? (
        <p className="text-ink-muted">{t(($) => $.empty)}</p>
      ) : null}
      <FreshPill count={fresh} onShow={show} />
      <ul ref={list} className="flex flex-col gap-5">
        {sending.map((written) => (
          <Sending key={written.key} content={written.content} />
        ))}
        {waiting
          ? null
          : threads.map((comment) => (
              <Thread
                key={comment.comment_id}
                comment={comment}
                video={video}
                actions={actions}
                open={open}
                linked={comment.comment_id === ledId ? linked : undefined}
              />
            ))}
      </ul>
      {hasNextPage && !waiting ? (
        <Button className="mt-4 w-full" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
      <p role="status" className="sr-only">
        {actions.said}
      </p>
    </section>
  );
}

/** Over the list, without a place of its own: it comes and goes, and nothing moves. */
function FreshPill({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation("comments");
  return (
    <div
      aria-live="polite"
      className="sticky top-[calc(var(--bar)+1.75rem)] z-10 flex h-0 items-center justify-center max-lg:top-[calc(var(--bar)+56.25vw+1.75rem)]"
    >
      {count > 0 ? (
        <Button variant="primary" className="pop shadow-float" onClick={onShow}>
          <ArrowUp aria-hidden size={18} />
          {t(($) => $.fresh, { count })}
        </Button>
      ) : null}
    </div>
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
