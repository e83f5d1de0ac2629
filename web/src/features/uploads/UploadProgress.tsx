import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatBytes, formatWait } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useTick } from "@/lib/useTick";
import { buttonClass } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { useFailureText } from "../processing/useFailureText";
import type { VideoState } from "../processing/videoState";
import { bytesPerSecond, secondsLeft } from "./pace";
import { percentOf, type Upload } from "./upload";

interface UploadProgressProps {
  upload: Upload;
  /** What has become of its video, once all bytes are there. */
  state: VideoState | undefined;
  name: string;
}

export function UploadProgress({ upload, state, name }: UploadProgressProps) {
  const { t } = useTranslation("uploads");
  const bar = barOf(upload, state);
  return (
    <div className="flex flex-col gap-2 pt-1">
      {bar === undefined ? null : (
        <Progress
          percent={bar}
          label={state ? t(($) => $.polishingProgress, { name }) : t(($) => $.progress, { name })}
        />
      )}
      {state ? <ProcessingText state={state} /> : <SendingText upload={upload} />}
    </div>
  );
}

/** The bar's percent; `null` while nobody can say, `undefined` for no bar. */
function barOf(upload: Upload, state: VideoState | undefined): number | null | undefined {
  if (upload.phase.kind === "failed" || state?.kind === "failed" || state?.kind === "done") return undefined;
  if (state?.kind === "polishing") return state.percent;
  return upload.phase.kind === "sent" ? null : percentOf(upload);
}

function SendingText({ upload }: { upload: Upload }) {
  const { t } = useTranslation("uploads");
  const { phase } = upload;
  const percent = Math.floor(percentOf(upload));
  switch (phase.kind) {
    case "sending":
      return <Figures upload={upload} />;
    case "queued":
      return <Line>{upload.place ? t(($) => $.status.queued) : t(($) => $.status.declaring)}</Line>;
    case "paused":
    case "interrupted":
      return <Line>{t(($) => $.status[phase.kind], { percent })}</Line>;
    case "waiting":
      return (
        <Line>
          {t(($) => $.status[phase.lack])}{" "}
          {phase.lack === "sign-in" ? (
            <Link to="/login" search={{ redirect: "/upload" }} className={buttonClass("secondary", "ml-2")}>
              {t(($) => $.signIn)}
            </Link>
          ) : null}
        </Line>
      );
    case "failed":
      return <Line alert>{t(($) => $.failures[phase.failure.code], { reason: phase.failure.detail })}</Line>;
    case "sent":
      return <Line>{t(($) => $.status.sent)}</Line>;
  }
}

function Figures({ upload }: { upload: Upload }) {
  const { t } = useTranslation("uploads");
  const language = useLanguage();
  const now = useTick(1000);
  const speed = bytesPerSecond(upload.pace, now);
  const left = secondsLeft(upload.pace, now, upload.fileSize - upload.sentBytes);
  const facts = [
    t(($) => $.status.sending, {
      sent: formatBytes(upload.sentBytes, language),
      size: formatBytes(upload.fileSize, language),
    }),
    ...(speed === null ? [] : [t(($) => $.status.speed, { speed: formatBytes(speed, language) })]),
    ...(left === null ? [] : [t(($) => $.status.left, { time: formatWait(left, language) })]),
  ];
  return <Line>{facts.join(" · ")}</Line>;
}

function ProcessingText({ state }: { state: VideoState }) {
  const { t } = useTranslation("uploads");
  const language = useLanguage();
  const failureText = useFailureText();
  switch (state.kind) {
    case "failed":
      return <Line alert>{failureText(state.error)}</Line>;
    case "polishing":
      return (
        <Line>
          {t(($) => $.status.polishing)}
          {state.secondsLeft === null
            ? null
            : ` ${Math.floor(state.percent)} % · ${t(($) => $.status.left, { time: formatWait(state.secondsLeft, language) })}`}
        </Line>
      );
    case "uploading":
    case "preparing":
      return <Line>{t(($) => $.status.preparing)}</Line>;
    case "done":
      return <Line>{t(($) => $.status.done)}</Line>;
  }
}

const Line = ({ alert = false, children }: { alert?: boolean; children: React.ReactNode }) => (
  <p role={alert ? "alert" : undefined} className={alert ? "text-danger" : "tabular min-h-5 text-ink-muted"}>
    {children}
  </p>
);
