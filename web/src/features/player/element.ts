// What players do to a media element. Apart from React: an element is no state to be kept immutable.

export function seekTo(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = Math.min(Math.max(0, seconds), Number.isFinite(video.duration) ? video.duration : seconds);
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
