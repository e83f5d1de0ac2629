import { Copy, Share } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import type { Video } from "@/api/types";
import { copyText } from "@/lib/copyText";
import { formatDuration } from "@/lib/format";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Input } from "@/ui/Input";
import { toast } from "@/ui/toast";
import { player } from "../player/stage";

interface ShareDialogProps {
  video: Video;
  onClose: () => void;
}

/** The link, with the current moment if one likes. */
export function ShareDialog({ video, onClose }: ShareDialogProps) {
  const { t } = useTranslation("watch");
  const { t: common } = useTranslation("common");
  const [at] = useState(() => Math.floor(player()?.currentTime() ?? 0));
  const [withTime, setWithTime] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const link = new URL(`/watch/${video.video_id}${withTime ? `?t=${at}` : ""}`, window.location.origin).href;

  const copy = async () => {
    if (!(await copyText(link, box.current ?? undefined))) return;
    tellShared();
    toast(common(($) => $.copied));
    onClose();
  };

  // The count is the server's; whether this reaches it changes nothing here.
  const tellShared = () =>
    void api.POST("/api/v1/videos/{id}/share", { params: { path: { id: video.video_id } } }).catch(() => undefined);

  const shareElsewhere = async () => {
    try {
      await navigator.share({ title: video.title, url: link });
    } catch {
      return; // put away without sharing
    }
    tellShared();
  };

  const canShare = "share" in navigator;
  const actions = (
    <>
      {canShare ? (
        <Button onClick={() => void shareElsewhere()}>
          <Share aria-hidden size={18} />
          {t(($) => $.shareDialog.elsewhere)}
        </Button>
      ) : null}
      <Button variant="primary" onClick={() => void copy()}>
        <Copy aria-hidden size={18} />
        {common(($) => $.copyLink)}
      </Button>
    </>
  );

  return (
    <Dialog open onOpenChange={onClose} title={t(($) => $.shareDialog.title)} actions={actions}>
      <div ref={box} className="flex flex-col gap-3 py-1">
        {video.privacy === "private" ? <p className="text-warning">{t(($) => $.shareDialog.private)}</p> : null}
        <Input
          label={t(($) => $.shareDialog.link)}
          hideLabel
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        {at > 0 ? (
          <label className="tabular flex min-h-10 w-fit items-center gap-3">
            <input
              type="checkbox"
              checked={withTime}
              onChange={(event) => setWithTime(event.currentTarget.checked)}
              className="size-5 accent-accent"
            />
            {t(($) => $.shareDialog.startAt, { time: formatDuration(at) })}
          </label>
        ) : null}
      </div>
    </Dialog>
  );
}
