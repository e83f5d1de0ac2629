import { Link } from "@tanstack/react-router";
import { EyeOff, Layers, ListPlus, Lock, Pencil, ScrollText, Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProcessingStatus, Video } from "@/api/types";
import { Avatar } from "@/ui/Avatar";
import { Button, buttonClass } from "@/ui/Button";
import { Badge } from "@/ui/Chip";
import { Reactions } from "../engagement/Reactions";
import { SubscribeButton } from "../engagement/SubscribeButton";
import { SubscriberCount } from "../engagement/SubscriberCount";
import { SaveButton } from "../playlists/SaveButton";
import { Description } from "./Description";
import { ShareDialog } from "./ShareDialog";

interface VideoDetailsProps {
  video: Video;
  status: ProcessingStatus | undefined;
  /** Whether the transcript is open beside the player; `undefined` where there is none. */
  transcript: boolean | undefined;
  onTranscript: () => void;
}

/** What stands under the player: title, who, actions, description. */
export function VideoDetails({ video, status, transcript, onTranscript }: VideoDetailsProps) {
  const { t } = useTranslation("watch");
  const { t: videos } = useTranslation("videos");
  const [sharing, setSharing] = useState(false);
  const { user } = video;
  return (
    <article>
      <h1 className="text-lg leading-snug font-semibold text-pretty break-words">{video.title}</h1>
      {video.privacy === "public" ? null : (
        <p className="mt-2">
          <Badge>
            {video.privacy === "private" ? <Lock aria-hidden size={14} /> : <EyeOff aria-hidden size={14} />}
            {videos(($) => $[video.privacy === "private" ? "private" : "unlisted"])}
          </Badge>
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="mr-auto flex min-w-0 items-center gap-2 max-sm:w-full">
          <Link
            to="/@{$username}"
            params={{ username: user.username }}
            className="flex min-w-0 items-center gap-3 rounded-full py-0.5 pr-3 max-sm:mr-auto"
          >
            <Avatar name={user.display_name} src={user.avatar_url} size={40} />
            <span className="flex min-w-0 flex-col">
              <span className="truncate text-base font-medium">{user.display_name}</span>
              <span className="truncate text-xs text-ink-muted">
                <SubscriberCount count={video.subscriber_count} />
              </span>
            </span>
          </Link>
          <SubscribeButton username={user.username} name={user.display_name} subscription={video.subscription} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Reactions video={video} />
          {video.is_owner ? (
            <Link to="/studio/$videoId" params={{ videoId: video.video_id }} className={buttonClass("secondary")}>
              <Pencil aria-hidden size={18} />
              {t(($) => $.edit)}
            </Link>
          ) : null}
          <Button onClick={() => setSharing(true)}>
            <Share2 aria-hidden size={18} />
            {t(($) => $.share)}
          </Button>
          {transcript === undefined ? null : (
            <Button aria-expanded={transcript} onClick={onTranscript}>
              <ScrollText aria-hidden size={18} />
              {t(($) => $.transcript)}
            </Button>
          )}
          <SaveButton video={video}>
            {(open) => (
              <Button onClick={open}>
                <ListPlus aria-hidden size={18} />
                {t(($) => $.save)}
              </Button>
            )}
          </SaveButton>
        </div>
      </div>
      {status?.playable && video.is_owner ? (
        <p className="mt-3 flex items-center gap-2 text-ink-muted">
          <Layers aria-hidden size={16} />
          <span className="tabular">{t(($) => $.making, { percent: Math.round(status.progress) })}</span>
        </p>
      ) : null}
      <Description key={video.video_id} video={video} />
      {sharing ? <ShareDialog video={video} onClose={() => setSharing(false)} /> : null}
    </article>
  );
}
