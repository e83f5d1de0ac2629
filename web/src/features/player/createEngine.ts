import Hls from "hls.js";
import type { PlaybackEngine } from "./engine";
import { HlsEngine } from "./HlsEngine";
import { NativeEngine } from "./NativeEngine";

/** Whether this page itself feeds the element, and not the browser alone. */
export const feedsElement = (): boolean => Hls.isSupported();

export const createEngine = (video: HTMLVideoElement, licenseUrl: string): PlaybackEngine =>
  Hls.isSupported() ? new HlsEngine(video, licenseUrl) : new NativeEngine(video);
