import { Link } from "@tanstack/react-router";
import { Hourglass, Lock, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import type { ProcessingStatus, Video, VideoStage } from "@/api/types";
import { formatWait } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { buttonClass } from "@/ui/Button";
import { Progress } from "@/ui/Progress";

interface NotPlayableProps {
  video: Video;
  status: ProcessingStatus | undefined;
}

/** Stands where the player will: how far the video is, or why it never came to be. */
export function NotPlayable({ video, status }: NotPlayableProps) {
  const stage = status?.stage ?? video.stage;
  return (
    <div className="flex size-full flex-col items-center justify-center gap-3 overflow-y-auto p-4 text-center text-on-video">
      {!video.entitled ? (
        <Locked />
      ) : stage === "failed" ? (
        <Failed video={video} status={status} />
      ) : (
        <Waiting stage={stage} status={status} />
      )}
    </div>
  );
}

function Locked() {
  const { t } = useTranslation("watch");
  const signedIn = useSignedIn();
  return (
    <>
      <Lock aria-hidden size={32} strokeWidth={1.5} className="text-video-accent" />
      <p className="text-lg font-medium">{t(($) => $.locked.title)}</p>
      <p className="text-on-video-muted">{t(($) => (signedIn ? $.locked.text : $.locked.signIn))}</p>
    </>
  );
}

const step = (stage: VideoStage) =>
  stage === "uploading" || stage === "queued" || stage === "probing" ? stage : "publishing";

function Waiting({ stage, status }: { stage: VideoStage; status: ProcessingStatus | undefined }) {
  const { t } = useTranslation("watch");
  const language = useLanguage();
  const left = status?.estimated_time_remaining;
  return (
    <>
      <Hourglass aria-hidden size={32} strokeWidth={1.5} className="text-video-accent" />
      <p role="status" className="text-lg font-medium">
        {t(($) => $.waiting[step(stage)])}
      </p>
      <p className="text-on-video-muted">{t(($) => $.waiting.text)}</p>
      <Progress
        label={t(($) => $.waiting.progress)}
        percent={status?.progress ?? null}
        className="mt-2 w-64 max-w-full"
      />
      {left ? (
        <p className="tabular text-xs text-on-video-muted">
          {t(($) => $.waiting.left, { time: formatWait(left, language) })}
        </p>
      ) : null}
    </>
  );
}

function Failed({ video, status }: NotPlayableProps) {
  const { t } = useTranslation("watch");
  const error = status?.error ?? video.error;
  return (
    <>
      <TriangleAlert aria-hidden size={32} strokeWidth={1.5} className="shrink-0" />
      <p className="text-lg font-medium">{t(($) => $.failed.title)}</p>
      <p className="max-w-md text-on-video-muted">{error?.detail ?? t(($) => $.failed.text)}</p>
      {video.is_owner ? (
        <Link to="/upload" className={buttonClass("secondary", "mt-2")}>
          {t(($) => $.failed.action)}
        </Link>
      ) : null}
    </>
  );
}
