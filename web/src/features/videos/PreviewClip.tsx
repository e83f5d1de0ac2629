import { useState } from "react";
import { cx } from "@/lib/cx";

/** A silent clip over a still, there as soon as it moves. */
export function PreviewClip({ src }: { src: string }) {
  const [moving, setMoving] = useState(false);
  return (
    <video
      src={src}
      muted
      loop
      autoPlay
      playsInline
      disablePictureInPicture
      tabIndex={-1}
      aria-hidden
      onPlaying={() => setMoving(true)}
      className={cx(
        "pointer-events-none absolute inset-0 size-full object-cover transition-opacity duration-(--normal)",
        !moving && "opacity-0",
      )}
    />
  );
}
