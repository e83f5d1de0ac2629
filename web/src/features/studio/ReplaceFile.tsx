import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Video } from "@/api/types";
import { formatBytes } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Button } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { toast } from "@/ui/toast";
import { useFailureText } from "../processing/useFailureText";
import { looksLikeVideo } from "../uploads/checks";
import { videoQuery } from "../videos/queries";
import { replacing, type Sending, useSending } from "./replacing";

/** How the new file of a video does on the server. Read often while something happens. */
const replacementQuery = (videoId: string) =>
  queryOptions({
    queryKey: ["video", videoId, "replacement"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/videos/{id}/replacement", { params: { path: { id: videoId } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.replacement && data.replacement.status !== "refused" ? 1_500 : false,
  });

/** Gives a video another file under the same link. */
export function ReplaceFile({ video }: { video: Video }) {
  const { t } = useTranslation("studio");
  const { video_id: videoId } = video;
  const sending = useSending(videoId);
  const client = useQueryClient();
  const { data } = useQuery(replacementQuery(videoId));
  const replacement = data?.replacement ?? null;
  const failureText = useFailureText();
  const dismiss = useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/v1/videos/{id}/replacement", { params: { path: { id: videoId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: replacementQuery(videoId).queryKey }),
  });

  const stage = sending ? "sending" : (replacement?.status ?? "none");
  const before = useRef(stage);
  useEffect(() => {
    const was = before.current;
    before.current = stage;
    if (was === stage) return;
    if (was === "sending") void client.invalidateQueries({ queryKey: replacementQuery(videoId).queryKey });
    if (was === "processing" && stage === "none") {
      void client.invalidateQueries({ queryKey: videoQuery(videoId).queryKey });
      toast(t(($) => $.replace.done));
    }
  }, [client, stage, t, videoId]);

  const busy = video.status !== "ready" && video.status !== "failed";
  const head = useId();
  return (
    <section aria-labelledby={head}>
      <h2 id={head} className="text-base font-semibold">
        {t(($) => $.replace.heading)}
      </h2>
      <p className="mt-1 max-w-prose text-ink-muted">{t(($) => $.replace.text)}</p>
      <div className="mt-3 flex flex-col items-start gap-3" aria-live="polite">
        {replacement?.status === "refused" && !sending ? (
          <div className="flex w-full flex-wrap items-center gap-3 rounded-card bg-danger-soft p-4 text-danger">
            <p className="grow basis-64">{t(($) => $.replace.refused, { reason: failureText(replacement.error) })}</p>
            <Button busy={dismiss.isPending} onClick={() => dismiss.mutate()}>
              {t(($) => $.replace.dismiss)}
            </Button>
          </div>
        ) : null}
        {sending ? (
          <SendingFile videoId={videoId} sending={sending} />
        ) : replacement?.status === "processing" ? (
          <div className="flex w-full max-w-md flex-col gap-2">
            <p>{t(($) => $.replace.processing)}</p>
            <Progress
              label={t(($) => $.replace.processing)}
              percent={replacement.progress > 0 ? replacement.progress : null}
            />
          </div>
        ) : replacement?.status === "uploading" ? (
          <p>{t(($) => $.replace.elsewhere)}</p>
        ) : (
          <ChooseFile videoId={videoId} disabled={busy} />
        )}
      </div>
    </section>
  );
}

function ChooseFile({ videoId, disabled }: { videoId: string; disabled: boolean }) {
  const { t } = useTranslation("studio");
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const choose = (file: File | undefined) => {
    if (!file) return;
    const fits = looksLikeVideo(file) && file.size > 0;
    setRefused(!fits);
    if (fits) void replacing.start(videoId, file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="video/*,.mkv,.mov,.mxf"
        className="sr-only"
        tabIndex={-1}
        aria-label={t(($) => $.replace.choose)}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        <RefreshCw aria-hidden size={18} />
        {t(($) => $.replace.choose)}
      </Button>
      {disabled ? <p className="text-ink-muted">{t(($) => $.replace.busy)}</p> : null}
      {refused ? <p className="text-danger">{t(($) => $.replace.notVideo)}</p> : null}
    </>
  );
}

function SendingFile({ videoId, sending }: { videoId: string; sending: Sending }) {
  const { t } = useTranslation("studio");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const problemText = useProblemText();
  const { fileName, fileSize, sentBytes, error } = sending;
  const percent = fileSize === 0 ? 0 : (sentBytes / fileSize) * 100;
  return (
    <div className="flex w-full max-w-md flex-col gap-2">
      <p className="wrap-anywhere">{t(($) => $.replace.sending, { name: fileName })}</p>
      <Progress label={t(($) => $.replace.sending, { name: fileName })} percent={percent} />
      <p className="tabular text-xs text-ink-muted">
        {t(($) => $.replace.sent, {
          sent: formatBytes(sentBytes, language),
          all: formatBytes(fileSize, language),
        })}
      </p>
      {error === null ? null : <p className="text-danger">{problemText(error)}</p>}
      <div className="flex gap-2">
        {error === null ? null : (
          <Button variant="primary" onClick={() => replacing.again(videoId)}>
            {t(($) => $.replace.again)}
          </Button>
        )}
        <Button onClick={() => void replacing.cancel(videoId)}>{common(($) => $.cancel)}</Button>
      </div>
    </div>
  );
}
