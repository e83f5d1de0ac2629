import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { PlayerSlot } from "../player/PlayerSlot";
import { type PlayerSource, timeIn } from "../player/stage";
import "./i18n/texts";

/** The player beside the list of lines. It keeps its place when the captions of the video change. */
export function CaptionsPlayer({ video }: { video: Video }) {
  const { t } = useTranslation("captions");
  const source = useSource(video);
  return (
    <aside className="z-10 max-lg:order-first max-lg:sticky max-lg:top-(--bar) lg:sticky lg:top-[calc(var(--bar)+1rem)]">
      <div className="aspect-video overflow-hidden rounded-card bg-video-backdrop max-lg:-mx-4 max-lg:rounded-none sm:max-lg:-mx-6">
        {source ? (
          <PlayerSlot source={source} />
        ) : (
          <p className="grid size-full place-items-center p-4 text-center text-on-video">
            {t(($) => $.editor.notPlayable)}
          </p>
        )}
      </div>
    </aside>
  );
}

function useSource(video: Video): PlayerSource | undefined {
  return useMemo(() => {
    if (video.status !== "ready" || !video.video_urls.hls) return undefined;
    const manifestUrl = video.video_urls.hls;
    return {
      videoId: video.video_id,
      title: video.title,
      channel: video.user.display_name,
      manifestUrl,
      licenseUrl: `/api/v1/videos/${video.video_id}/license`,
      poster: video.thumbnail_url,
      duration: video.duration,
      startAt: timeIn(video.video_id) ?? 0,
      ready: [],
      storyboardUrl: video.storyboard_url,
      chaptersUrl: null,
      chapters: [],
      captions: video.captions,
      loudness: null,
      renew: () => Promise.resolve(manifestUrl),
    };
  }, [video]);
}
