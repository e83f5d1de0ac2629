import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { nothingToShow } from "@/lib/nothingToShow";
import { buttonClass } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { toast, toastError } from "@/ui/toast";
import { commentSettingsQuery, commentsKey, type Policy, policies, videoCommentsQuery } from "./queries";

const choices = [null, ...policies] as const;

/** How one video takes comments; a choice takes effect at once and goes back when the server refuses it. */
export function VideoCommentSettings({ videoId }: { videoId: string }) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const client = useQueryClient();
  const problemText = useProblemText();
  const own = videoCommentsQuery(videoId);
  const { data } = useQuery({ ...own, throwOnError: nothingToShow });
  const { data: channel } = useQuery(commentSettingsQuery);
  const choose = useMutation({
    mutationFn: (policy: Policy | null) =>
      unwrap(api.PUT("/api/v1/videos/{id}/comments/settings", { params: { path: { id: videoId } }, body: { policy } })),
    onMutate: async (policy) => {
      await client.cancelQueries({ queryKey: own.queryKey });
      const before = client.getQueryData(own.queryKey);
      client.setQueryData(own.queryKey, { policy });
      return before;
    },
    onSuccess: () => {
      toast(common(($) => $.saved));
      void client.invalidateQueries({ queryKey: commentsKey(videoId) });
    },
    onError: (error, _, before) => {
      client.setQueryData(own.queryKey, before);
      toastError(t(($) => $.notDone, { reason: problemText(error) }));
    },
  });
  const names = { open: "open", held: "heldAll", closed: "closed" } as const;
  const said = (policy: Policy) => t(($) => $.queue[names[policy]]);
  return (
    <div className="flex max-w-lg flex-col gap-6">
      {data ? (
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t(($) => $.queue.policy)}</legend>
          {choices.map((policy) => (
            <label
              key={policy}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 hover:bg-hover"
            >
              <input
                type="radio"
                name="comment-policy"
                checked={data.policy === policy}
                onChange={() => choose.mutate(policy)}
                className="size-5 shrink-0 accent-accent"
              />
              {policy === null ? (
                <span>
                  {t(($) => $.video.asChannel)}
                  {channel ? (
                    <span className="block text-xs text-ink-muted">
                      {t(($) => $.video.channelNow, { policy: said(channel.policy) })}
                    </span>
                  ) : null}
                </span>
              ) : (
                said(policy)
              )}
            </label>
          ))}
        </fieldset>
      ) : (
        <Skeleton className="h-44 rounded-card" />
      )}
      <p className="text-pretty text-ink-muted">{t(($) => $.video.text)}</p>
      <div className="flex flex-wrap gap-2">
        <Link to="/watch/$videoId" params={{ videoId }} hash="comments-title" className={buttonClass("secondary")}>
          {t(($) => $.video.read)}
        </Link>
        <Link to="/studio/comments" className={buttonClass("secondary")}>
          {t(($) => $.queue.title)}
        </Link>
      </div>
    </div>
  );
}
