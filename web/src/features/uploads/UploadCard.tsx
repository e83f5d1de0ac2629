import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { DetailsForm } from "../details/DetailsForm";
import { ThumbnailPicker } from "../details/ThumbnailPicker";
import { useVideoState } from "../processing/useVideoState";
import { isPlayable, type VideoState } from "../processing/videoState";
import { videoQuery } from "../videos/queries";
import { Qualities } from "./Qualities";
import { ShareLink } from "./ShareLink";
import { UploadActions } from "./UploadActions";
import { UploadProgress } from "./UploadProgress";
import type { Upload } from "./upload";

/** One file: how far it is, what can be done about it, and what the person says about its video meanwhile. */
export function UploadCard({ upload, open }: { upload: Upload; open: boolean }) {
  const sent = upload.phase.kind === "sent";
  const videoId = upload.place?.videoId;
  const { data: video } = useQuery({ ...videoQuery(videoId ?? ""), enabled: videoId !== undefined });
  const { status, state } = useVideoState(sent ? videoId : undefined);
  const name = video?.title ?? upload.title;
  const heading = useId();
  const gone = upload.phase.kind === "failed" && upload.phase.failure.code === "expired";
  return (
    <li>
      <article
        aria-labelledby={heading}
        className="rounded-panel border border-line bg-surface p-4 sm:p-5"
        data-phase={upload.phase.kind}
        data-state={state?.kind}
      >
        <div className="flex items-start gap-2">
          <h2 id={heading} className="min-w-0 grow py-2 text-base font-semibold wrap-anywhere">
            {name}
          </h2>
          <UploadActions upload={upload} state={state} name={name} />
        </div>
        <UploadProgress upload={upload} state={state} name={name} />
        {videoId && state && isPlayable(state) ? (
          <ShareLink videoId={videoId} secret={video?.privacy === "private"} />
        ) : null}
        {status && status.renditions.length > 0 ? (
          <Qualities names={status.renditions} height={video?.height ?? null} complete={state?.kind === "done"} />
        ) : null}
        {videoId && !gone && !isRefused(state) ? <Details videoId={videoId} open={open} /> : null}
      </article>
    </li>
  );
}

const isRefused = (state: VideoState | undefined): boolean => state?.kind === "failed" && !state.playable;

function Details({ videoId, open: first }: { videoId: string; open: boolean }) {
  const { t } = useTranslation("uploads");
  const [open, setOpen] = useState(first);
  const { data: video } = useQuery(videoQuery(videoId));
  const region = useId();
  return (
    <div className="mt-3 border-t border-line pt-2">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={region}
        onClick={() => setOpen(!open)}
        className="-mx-2 flex min-h-10 items-center gap-2 rounded-control px-2 font-medium hover:bg-hover"
      >
        <ChevronDown aria-hidden size={20} className={cx("transition-transform", !open && "-rotate-90")} />
        {t(($) => $.details)}
      </button>
      <div id={region} hidden={!open} className="flex flex-col gap-5 pt-2">
        {open ? (
          <>
            <DetailsForm videoId={videoId} />
            {video ? <ThumbnailPicker video={video} /> : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
