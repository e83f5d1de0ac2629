import Hls, { type ErrorData, type Level } from "hls.js";
import workerUrl from "hls.js/dist/hls.worker.js?url";
import { session } from "@/api/client";
import { stored } from "@/lib/stored";
import type { EngineFigures, EngineProblem, EngineState, PlaybackEngine, Quality } from "./engine";
import { levelNamed, qualityName } from "./quality";

const lastBandwidth = stored("vidstead.bandwidth");
const FIRST_GUESS_BPS = 4_000_000;

/** HLS through media source extensions. The worker comes from a file: the security policy allows no other. */
export class HlsEngine implements PlaybackEngine {
  private readonly video: HTMLVideoElement;
  private readonly hls: Hls;
  private readonly listeners = new Set<() => void>();
  private current: EngineState = { qualities: [], playing: undefined, problem: undefined };
  private wanted: string = "auto";
  private mediaRecoveries = 0;

  /** @param licenseUrl where the key of an encrypted video is asked for */
  constructor(video: HTMLVideoElement, licenseUrl: string) {
    this.video = video;
    this.hls = new Hls({
      workerPath: workerUrl,
      capLevelToPlayerSize: true,
      // Captions are files of their own, the same whether or not the manifest names them (see Tracks).
      enableWebVTT: false,
      backBufferLength: 60,
      maxBufferLength: 30,
      abrEwmaDefaultEstimate: Number(lastBandwidth.get()) || FIRST_GUESS_BPS,
      emeEnabled: true,
      drmSystems: { "org.w3.clearkey": { licenseUrl } },
      licenseXhrSetup: askAsUser,
    });
    this.hls.on(Hls.Events.MANIFEST_PARSED, () => {
      this.set({ qualities: this.hls.levels.map(toQuality) });
      this.apply();
    });
    this.hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => this.set({ playing: this.current.qualities[level] }));
    this.hls.on(Hls.Events.FRAG_BUFFERED, () => {
      if (this.hls.bandwidthEstimate > 0) lastBandwidth.set(String(Math.round(this.hls.bandwidthEstimate)));
    });
    this.hls.on(Hls.Events.ERROR, (_, error) => this.failed(error));
    this.hls.attachMedia(video);
  }

  load(url: string, startAt: number): void {
    this.mediaRecoveries = 0;
    this.set({ problem: undefined });
    this.hls.config.startPosition = startAt > 0 ? startAt : -1;
    this.hls.loadSource(url);
  }

  choose(name: string): void {
    this.wanted = name;
    this.apply();
  }

  readonly state = (): EngineState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  figures(): EngineFigures {
    const level = this.hls.levels[this.hls.currentLevel];
    return { bandwidthBps: this.hls.bandwidthEstimate, via: `hls.js ${Hls.version}`, codecs: level?.attrs.CODECS };
  }

  destroy(): void {
    this.listeners.clear();
    this.hls.destroy();
  }

  private apply(): void {
    // -1 is automatic. Set without comparing: in automatic mode the getter answers the automatic choice.
    const { levels, currentLevel } = this.hls;
    this.hls.nextLevel = levelNamed(levels, this.wanted, levels[currentLevel]);
  }

  private failed(error: ErrorData): void {
    if (!error.fatal) return;
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR && this.mediaRecoveries < 2) {
      this.mediaRecoveries += 1;
      this.hls.recoverMediaError();
      void this.video.play().catch(() => undefined);
      return;
    }
    this.hls.stopLoad();
    this.set({ problem: problemOf(error) });
  }

  private set(change: Partial<EngineState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

function toQuality(level: Level): Quality {
  const { width, height, frameRate, bitrate } = level;
  return { name: qualityName(width, height), width, height, fps: frameRate, bitrate };
}

/** The library opens the request itself where nobody did; headers can be set only after. */
async function askAsUser(request: XMLHttpRequest, url: string): Promise<void> {
  const token = await session.accessToken();
  request.open("POST", url, true);
  request.setRequestHeader("Content-Type", "application/json");
  if (token !== null) request.setRequestHeader("Authorization", `Bearer ${token}`);
}

function problemOf(error: ErrorData): EngineProblem {
  if (error.type === Hls.ErrorTypes.KEY_SYSTEM_ERROR) return "locked";
  if (error.type === Hls.ErrorTypes.NETWORK_ERROR) {
    const status = error.response?.code ?? 0;
    return status === 403 || status === 404 || status === 410 ? "gone" : "network";
  }
  return "decode";
}
