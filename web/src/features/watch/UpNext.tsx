import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { VideoCard } from "@/api/types";
import { Button } from "@/ui/Button";
import { PLAYER } from "../player/corner";
import { Thumbnail } from "../videos/Thumbnail";
import { useUpNext } from "./useUpNext";

interface UpNextProps {
  videoId: string;
  next: VideoCard;
}

/** Over the player, when the video has ended: what comes next in some seconds, unless somebody says no. */
export function UpNext({ videoId, next }: UpNextProps) {
  const navigate = useNavigate();
  const go = useCallback(
    () => void navigate({ to: "/watch/$videoId", params: { videoId: next.video_id } }),
    [navigate, next.video_id],
  );
  const { left, cancel } = useUpNext(videoId, go);
  if (left === undefined) return null;
  // Within the player, so that it is seen in full screen too.
  const player = document.getElementById(PLAYER);
  return player
    ? createPortal(<Countdown player={player} next={next} left={left} onGo={go} onCancel={cancel} />, player)
    : null;
}

interface CountdownProps {
  player: HTMLElement;
  next: VideoCard;
  left: number;
  onGo: () => void;
  onCancel: () => void;
}

function Countdown({ player, next, left, onGo, onCancel }: CountdownProps) {
  const { t } = useTranslation("watch");
  const { t: common } = useTranslation("common");

  // Whoever plays it again, or goes back in it, is not done with it.
  useEffect(() => {
    const video = player.querySelector("video");
    const stop = new AbortController();
    for (const name of ["play", "seeking"]) video?.addEventListener(name, onCancel, { signal: stop.signal });
    return () => stop.abort();
  }, [player, onCancel]);

  return (
    <section
      aria-label={t(($) => $.upNext)}
      className="fade absolute inset-0 z-10 grid place-items-center bg-video-scrim p-4 text-on-video"
    >
      <div className="flex w-full max-w-xs flex-col items-center gap-3 text-center sm:max-w-sm">
        <p role="status" className="text-sm text-on-video-muted">
          <span className="sr-only">{t(($) => $.upNextTitle, { title: next.title })}</span>
          <span aria-hidden className="tabular">
            {t(($) => $.upNextIn, { count: left, seconds: left })}
          </span>
        </p>
        <Thumbnail
          src={next.thumbnail_url}
          placeholder={next.thumbnail_placeholder}
          duration={next.duration}
          className="w-48 max-sm:hidden"
        />
        <p className="line-clamp-2 text-base font-semibold">{next.title}</p>
        <div className="flex gap-2">
          <Button onClick={onCancel}>{common(($) => $.cancel)}</Button>
          <Button variant="primary" onClick={onGo}>
            {t(($) => $.playNow)}
          </Button>
        </div>
      </div>
    </section>
  );
}
