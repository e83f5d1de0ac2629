import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Copy, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { copyText } from "@/lib/copyText";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Skeleton } from "@/ui/Skeleton";
import { Tabs } from "@/ui/Tabs";
import { toast } from "@/ui/toast";
import { CaptionsPlayer } from "../captions/CaptionsPlayer";
import { CaptionsTab } from "../captions/CaptionsTab";
import { VideoCommentSettings } from "../comments/VideoCommentSettings";
import { DetailsForm } from "../details/DetailsForm";
import { ThumbnailPicker } from "../details/ThumbnailPicker";
import { StateBadge } from "../processing/StateBadge";
import { useFailureText } from "../processing/useFailureText";
import { useVideoState } from "../processing/useVideoState";
import { isPlayable, stateOf, type VideoState } from "../processing/videoState";
import { videoQuery } from "../videos/queries";
import { DeleteDialog } from "./DeleteDialog";
import { Files } from "./Files";
import type { VideoTab } from "./tabs";
import { useVideoActions } from "./useVideoActions";
import { VideoPreview } from "./VideoPreview";

interface VideoPageProps {
  videoId: string;
  tab: VideoTab;
  onTab: (tab: VideoTab) => void;
  onDeleted: () => void;
}

/** One own video: what it is, what it looks like, what it is made of. */
export function VideoPage({ videoId, tab, onTab, onDeleted }: VideoPageProps) {
  const { t } = useTranslation("studio");
  const { data: video } = useQuery({
    ...videoQuery(videoId),
    throwOnError: nothingToShow,
  });
  const { state: followed } = useVideoState(videoId);
  useTitle(video?.title ?? t(($) => $.title));
  const state = followed ?? (video ? stateOf(video) : undefined);
  return (
    <div className="mx-auto max-w-6xl px-4 pt-2 sm:px-6">
      <Link to="/studio" className={buttonClass("ghost", "-ml-4")}>
        <ArrowLeft aria-hidden size={18} />
        {t(($) => $.back)}
      </Link>
      {video && state ? (
        <>
          <Header video={video} state={state} onDeleted={onDeleted} />
          <div className="mt-6 grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <Tabs
              label={t(($) => $.tabs.label)}
              value={tab}
              onChange={(value) => onTab(value as VideoTab)}
              tabs={[
                { value: "details", label: t(($) => $.tabs.details), content: <DetailsForm videoId={videoId} /> },
                { value: "thumbnail", label: t(($) => $.tabs.thumbnail), content: <ThumbnailPicker video={video} /> },
                { value: "captions", label: t(($) => $.tabs.captions), content: <CaptionsTab video={video} /> },
                {
                  value: "comments",
                  label: t(($) => $.tabs.comments),
                  content: <VideoCommentSettings videoId={videoId} />,
                },
                { value: "files", label: t(($) => $.tabs.files), content: <Files video={video} /> },
              ]}
            />
            {tab === "captions" ? <CaptionsPlayer video={video} /> : <VideoPreview video={video} />}
          </div>
        </>
      ) : (
        <div aria-busy className="flex flex-col gap-6">
          <Skeleton className="h-9 w-2/3" />
          <Skeleton className="h-96 rounded-panel" />
        </div>
      )}
    </div>
  );
}

interface HeaderProps {
  video: Video;
  state: VideoState;
  onDeleted: () => void;
}

function Header({ video, state, onDeleted }: HeaderProps) {
  const { t } = useTranslation("studio");
  const { t: common } = useTranslation("common");
  const failureText = useFailureText();
  const actions = useVideoActions();
  const [asking, setAsking] = useState(false);
  const { video_id: videoId, title } = video;
  const copy = async () => {
    const url = new URL(`/watch/${videoId}`, window.location.origin).href;
    if (await copyText(url)) toast(common(($) => $.copied));
  };
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="min-w-0 grow basis-64 text-xl font-semibold wrap-anywhere">{title}</h1>
        <div className="flex items-center gap-1">
          {isPlayable(state) ? (
            <Link to="/watch/$videoId" params={{ videoId }} className={buttonClass("secondary")}>
              <Play aria-hidden size={18} />
              {t(($) => $.watch)}
            </Link>
          ) : null}
          <IconButton label={t(($) => $.copyLink)} icon={<Copy aria-hidden size={20} />} onClick={() => void copy()} />
          <IconButton
            label={t(($) => $.delete)}
            tooltip="end"
            icon={<Trash2 aria-hidden size={20} />}
            onClick={() => setAsking(true)}
          />
        </div>
      </div>
      <div>
        <StateBadge state={state} />
      </div>
      {state.kind === "failed" ? (
        <div className="flex flex-wrap items-center gap-3 rounded-card bg-danger-soft p-4 text-danger">
          <p className="grow basis-64">{failureText(state.error)}</p>
          <Link to="/upload" className={buttonClass("secondary")}>
            {t(($) => $.again)}
          </Link>
        </div>
      ) : null}
      <DeleteDialog
        ids={asking ? [videoId] : null}
        title={title}
        busy={actions.removing}
        onClose={() => setAsking(false)}
        onDelete={(ids) => {
          void actions.remove(ids).then((failures) => {
            setAsking(false);
            if (failures.length === 0) onDeleted();
          });
        }}
      />
    </header>
  );
}
