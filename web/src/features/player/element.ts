// What players do to a media element. Apart from React: an element is no state to be kept immutable.

interface Place {
  seconds: number;
  /** Somebody has chosen it since the loading began. */
  sought: boolean;
}

/** Where elements go on as soon as they know what they play; until then they have no position of their own. */
const places = new WeakMap<HTMLVideoElement, Place>();

/** For an element that is about to load: it begins there, or where somebody wants to be by then. */
export function holdPlace(video: HTMLVideoElement, seconds: number): void {
  places.set(video, { seconds, sought: false });
  const arrive = () => {
    const place = places.get(video);
    places.delete(video);
    if (!place) return;
    // Set even where it is there already: while it seeks, the engine does not take it where the loading began.
    if (place.sought) video.currentTime = place.seconds;
    // The slider of the controls sets the element's own position, loading or not.
    else if (video.currentTime === 0 && place.seconds > 1) video.currentTime = place.seconds;
  };
  video.addEventListener("loadedmetadata", arrive, { once: true });
}

/** In seconds; of an element that loads, where it will be. */
export function positionOf(video: HTMLVideoElement): number {
  return places.get(video)?.seconds ?? video.currentTime;
}

/** In seconds; what is foreseen, as long as the element does not know. */
export function lengthOf(video: HTMLVideoElement, foreseen: number): number {
  return Number.isFinite(video.duration) && video.duration > 0 ? video.duration : foreseen;
}

export function seekTo(video: HTMLVideoElement, seconds: number): void {
  const to = Math.min(Math.max(0, seconds), lengthOf(video, Number.POSITIVE_INFINITY));
  if (places.has(video)) places.set(video, { seconds: to, sought: true });
  else video.currentTime = to;
}

/** Starts playing; `onBlocked` when the browser wants the person to press a button first. */
export function play(video: HTMLVideoElement, onBlocked: () => void = () => undefined): void {
  video.play().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "NotAllowedError") onBlocked();
  });
}

export function togglePlay(video: HTMLVideoElement): void {
  if (video.paused) play(video);
  else video.pause();
}

/** The default as well, which holds when another manifest is loaded. */
export function setRate(video: HTMLVideoElement, rate: number): void {
  video.defaultPlaybackRate = rate;
  video.playbackRate = rate;
}

/** The new volume in percent. */
export function changeVolume(video: HTMLVideoElement, step: number): number {
  video.muted = false;
  video.volume = Math.min(1, Math.max(0, video.volume + step));
  return Math.round(video.volume * 100);
}

export function toggleMute(video: HTMLVideoElement): boolean {
  video.muted = !video.muted;
  return video.muted;
}

/** Keeps the last picture on the screen while the element has none; the answer takes it away. */
export function freeze(video: HTMLVideoElement): () => void {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return () => undefined;
  const picture = document.createElement("canvas");
  picture.width = video.videoWidth;
  picture.height = video.videoHeight;
  picture.className = "player-freeze";
  picture.slot = "poster";
  picture.getContext("2d")?.drawImage(video, 0, 0);
  video.parentElement?.append(picture);
  const thaw = () => picture.remove();
  window.setTimeout(thaw, 4000);
  return thaw;
}
