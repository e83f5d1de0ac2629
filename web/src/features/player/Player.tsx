import "./player.css";
import {
  Captions,
  CaptionsOff,
  Maximize,
  Minimize,
  Pause,
  PictureInPicture2,
  Play,
  RectangleHorizontal,
  RotateCcw,
  TriangleAlert,
  Volume1,
  Volume2,
  VolumeX,
} from "lucide-react";
import {
  MediaControlBar,
  MediaController,
  MediaFullscreenButton,
  MediaMuteButton,
  MediaPipButton,
  MediaPlayButton,
  MediaPreviewChapterDisplay,
  MediaPreviewThumbnail,
  MediaPreviewTimeDisplay,
  MediaTimeDisplay,
  MediaTimeRange,
  MediaVolumeRange,
} from "media-chrome/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { ChapterMenu } from "./ChapterMenu";
import { useChromeLanguage } from "./chromeLanguage";
import { PLAYER } from "./corner";
import { feedsElement } from "./createEngine";
import { play, positionOf, seekTo, setRate } from "./element";
import type { EngineProblem } from "./engine";
import type { PlayerCommand } from "./keyboard";
import { SettingsMenu } from "./SettingsMenu";
import { Shortcuts } from "./Shortcuts";
import { Statistics } from "./Statistics";
import { type Place, type PlayerSource, setHandle, tellEnded, toggleTheatre, useTheatre } from "./stage";
import { Tracks } from "./Tracks";
import { useCaptions } from "./useCaptions";
import { useCommands } from "./useCommands";
import { useEngine } from "./useEngine";
import { useMedia } from "./useMedia";
import { useMediaSession } from "./useMediaSession";
import { usePlayerKeys } from "./usePlayerKeys";
import { useStableVolume } from "./useStableVolume";
import { useWatchEvents } from "./useWatchEvents";
import { useWatchReports } from "./useWatchReports";

/** Attributes that the component's types do not know: what fills the screen, and that the keys are ours. */
const CHROME = { fullscreenelement: PLAYER, nohotkeys: "" };

interface PlayerProps {
  source: PlayerSource;
  place: Place;
  /** Leaves the page and plays on in the corner. */
  onMini: () => void;
}

export function Player({ source, place, onMini }: PlayerProps) {
  const { t } = useTranslation("player");
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [statistics, setStatistics] = useState(false);
  const [blocked, setBlocked] = useState(false);
  const [help, setHelp] = useState(false);
  const media = useMedia(video);
  const { engine, state, choice, choose, retry } = useEngine(video, source, media);
  const captions = useCaptions(video);
  const stableVolume = useStableVolume(video, source.loudness?.gainDb ?? 0);
  const theatre = useTheatre();
  const chromeKey = useChromeLanguage();
  useWatchReports(video, source.videoId, source.duration);
  useWatchEvents(video, source.videoId, state.playing?.name);
  useMediaSession(source);

  const { note, run } = useCommands({
    video,
    duration: source.duration,
    root,
    toggleCaptions: useCallback(() => {
      const first = captions.choices[0];
      if (first) captions.choose(captions.showing === "off" ? first.id : "off");
    }, [captions]),
    onMini,
    onHelp: useCallback(() => setHelp((was) => !was), []),
  });
  usePlayerKeys(place === "page" && !help, run);

  useEffect(() => {
    if (!video) return;
    setHandle({
      currentTime: () => positionOf(video),
      seek: (seconds) => {
        seekTo(video, seconds);
        play(video);
      },
      isPlaying: () => !video.paused && !video.ended,
    });
    // Browsers that do not let sound start by itself leave the button in the middle to do it.
    play(video, () => setBlocked(true));
    return () => setHandle(undefined);
  }, [video]);

  useEffect(() => {
    const ended = () => tellEnded(source.videoId);
    video?.addEventListener("ended", ended);
    return () => video?.removeEventListener("ended", ended);
  }, [video, source.videoId]);

  // When it comes into the page the element names itself, in the language that it knows by then.
  const name = t(($) => $.player);
  useEffect(() => {
    video?.parentElement?.setAttribute("aria-label", name);
  }, [video, name]);

  const captionsOn = captions.showing !== "off";
  const command = (kind: Extract<PlayerCommand["kind"], "captions" | "fullscreen">) => () => run({ kind });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way; the key F and the button do the same
    <div
      ref={setRoot}
      id={PLAYER}
      className="player"
      data-place={place}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && event.target.localName.startsWith("media-c")) command("fullscreen")();
      }}
    >
      <MediaController {...CHROME}>
        <video
          ref={setVideo}
          slot="media"
          playsInline
          preload="auto"
          title={source.title}
          {...(source.poster ? { poster: source.poster } : {})}
        >
          <Tracks source={source} captions={feedsElement()} />
        </video>
        {blocked && !media.started && !state.problem ? (
          <MediaPlayButton key={`start ${chromeKey}`} slot="centered-chrome" className="player-start" noTooltip>
            <Play slot="play" />
            <Pause slot="pause" />
          </MediaPlayButton>
        ) : null}
        <div key={chromeKey} className="player-chrome">
          <MediaTimeRange>
            <MediaPreviewThumbnail slot="preview" />
            <MediaPreviewChapterDisplay slot="preview" />
            <MediaPreviewTimeDisplay slot="preview" />
          </MediaTimeRange>
          <MediaControlBar className="player-bar">
            <MediaPlayButton>
              <Play slot="play" />
              <Pause slot="pause" />
              <RotateCcw slot="replay" />
            </MediaPlayButton>
            <div className="player-volume">
              <MediaMuteButton>
                <VolumeX slot="off" />
                <Volume1 slot="low" />
                <Volume2 slot="medium" />
                <Volume2 slot="high" />
              </MediaMuteButton>
              <MediaVolumeRange className="player-page-only" />
            </div>
            <MediaTimeDisplay showDuration noToggle />
            {video && source.chapters.length > 0 ? (
              <ChapterMenu video={video} chapters={source.chapters} container={root} />
            ) : null}
            <span className="grow" style={{ flex: "1 1 0" }} />
            {captions.choices.length > 0 ? (
              <button
                type="button"
                className="player-button player-page-only"
                aria-pressed={captionsOn}
                aria-label={t(($) => $.captions)}
                data-tooltip={t(($) => (captionsOn ? $.captionsOff : $.captionsOn))}
                onClick={command("captions")}
              >
                {captionsOn ? <Captions aria-hidden size={20} /> : <CaptionsOff aria-hidden size={20} />}
              </button>
            ) : null}
            <SettingsMenu
              container={root}
              engine={state}
              ready={source.ready}
              quality={choice}
              onQuality={choose}
              rate={media.rate}
              onRate={(rate) => {
                if (video) setRate(video, rate);
              }}
              captions={captions}
              stableVolume={source.loudness && source.loudness.gainDb < 0 ? stableVolume : undefined}
              onStatistics={() => setStatistics((was) => !was)}
              onShortcuts={() => setHelp(true)}
            />
            <button
              type="button"
              className="player-button player-page-only player-roomy player-theatre"
              aria-label={t(($) => (theatre ? $.theatreOff : $.theatre))}
              data-tooltip={t(($) => (theatre ? $.theatreOff : $.theatre))}
              onClick={toggleTheatre}
            >
              <RectangleHorizontal aria-hidden size={20} />
            </button>
            <MediaPipButton className="player-page-only player-roomy">
              <PictureInPicture2 slot="enter" />
              <PictureInPicture2 slot="exit" />
            </MediaPipButton>
            <MediaFullscreenButton className="player-page-only">
              <Maximize slot="enter" />
              <Minimize slot="exit" />
            </MediaFullscreenButton>
          </MediaControlBar>
        </div>
      </MediaController>
      {media.stalled && !state.problem ? (
        <div className="player-line" role="status" aria-label={t(($) => $.buffering)} />
      ) : null}
      <div role="status">{note ? <span className="player-note pop">{note}</span> : null}</div>
      {statistics && place === "page" && video && engine ? (
        <Statistics
          video={video}
          engine={engine}
          videoId={source.videoId}
          loudness={source.loudness}
          stableVolume={stableVolume.on}
          onClose={() => setStatistics(false)}
        />
      ) : null}
      {state.problem ? <Problem problem={state.problem} onRetry={() => void retry()} /> : null}
      <Shortcuts open={help} onOpenChange={setHelp} container={document.fullscreenElement ? root : null} />
    </div>
  );
}

function Problem({ problem, onRetry }: { problem: EngineProblem; onRetry: () => void }) {
  const { t } = useTranslation("player");
  const { t: common } = useTranslation("common");
  return (
    <div
      role="alert"
      className="absolute inset-0 z-20 flex flex-col items-center justify-center gap-3 overflow-y-auto bg-video-panel p-6 text-center text-on-video"
    >
      <TriangleAlert aria-hidden size={32} strokeWidth={1.5} className="shrink-0" />
      <p className="text-base font-medium">{t(($) => $.problems.title)}</p>
      <p className="max-w-md text-on-video-muted">{t(($) => $.problems[problem])}</p>
      <Button onClick={onRetry}>{common(($) => $.retry)}</Button>
    </div>
  );
}
