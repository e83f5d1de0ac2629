import { X } from "lucide-react";
import { useEffect, useReducer } from "react";
import { useTranslation } from "react-i18next";
import { formatBitrate, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import type { PlaybackEngine } from "./engine";
import type { Loudness } from "./stage";

interface StatisticsProps {
  video: HTMLVideoElement;
  engine: PlaybackEngine;
  videoId: string;
  loudness: Loudness | null;
  /** Whether it is turned down by its loudness. */
  stableVolume: boolean;
  onClose: () => void;
}

/** What the player knows, twice a second. */
export function Statistics({ video, engine, videoId, loudness, stableVolume, onClose }: StatisticsProps) {
  const { t } = useTranslation("player");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = window.setInterval(again, 500);
    return () => window.clearInterval(timer);
  }, []);

  const frames = video.getVideoPlaybackQuality();
  const { bandwidthBps, via, codecs } = engine.figures();
  const playing = engine.state().playing;
  const rows: [string, string][] = [
    [t(($) => $.stats.video), videoId],
    [
      t(($) => $.stats.resolution),
      `${video.videoWidth}×${video.videoHeight}${playing ? ` @ ${formatNumber(playing.fps, language)} · ${formatBitrate(playing.bitrate, language)}` : ""}`,
    ],
    [t(($) => $.stats.viewport), `${video.clientWidth}×${video.clientHeight} · ${window.devicePixelRatio}×`],
    [
      t(($) => $.stats.frames),
      t(($) => $.stats.framesOf, {
        lost: formatNumber(frames.droppedVideoFrames, language),
        all: formatNumber(frames.totalVideoFrames, language),
      }),
    ],
    [t(($) => $.stats.codecs), codecs ?? "–"],
    [t(($) => $.stats.bandwidth), bandwidthBps > 0 ? formatBitrate(bandwidthBps, language) : "–"],
    [t(($) => $.stats.buffer), `${formatNumber(Math.round(bufferedAhead(video) * 10) / 10, language)} s`],
    [
      t(($) => $.stats.loudness),
      loudness
        ? `${formatNumber(loudness.lufs, language)} LUFS · ${formatNumber(stableVolume ? loudness.gainDb : 0, language)} dB`
        : "–",
    ],
    [t(($) => $.stats.via), via],
  ];
  return (
    <div className="absolute top-3 left-3 z-10 max-w-[calc(100%-1.5rem)] rounded-card bg-video-panel py-2 pr-12 pl-4 text-xs text-on-video">
      <button
        type="button"
        onClick={onClose}
        aria-label={common(($) => $.close)}
        className="player-button absolute top-0 right-0"
      >
        <X aria-hidden size={16} />
      </button>
      <dl className="tabular grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-on-video-muted">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function bufferedAhead(video: HTMLVideoElement): number {
  for (let i = 0; i < video.buffered.length; i++) {
    if (video.buffered.start(i) <= video.currentTime && video.currentTime <= video.buffered.end(i)) {
      return video.buffered.end(i) - video.currentTime;
    }
  }
  return 0;
}
