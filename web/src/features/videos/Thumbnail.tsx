import { Film } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { formatDuration } from "@/lib/format";
import { PreviewClip } from "./PreviewClip";

interface ThumbnailProps {
  src: string | null;
  /** The picture's mean colour as #rrggbb, shown until it has come. */
  placeholder: string | null;
  duration: number;
  /** Seconds at which this viewer stopped. */
  watchPosition?: number | null;
  /** A clip that plays over the still. */
  preview?: string | null;
  /** Among the first pictures of the page: fetched at once. */
  eager?: boolean;
  className?: string;
}

/**
 * A video's still in 16:9 with its length and, on what was begun, how far it was watched. A still that comes later, or
 * takes another's place, is loaded anew.
 */
export const Thumbnail = (props: ThumbnailProps) => <Still key={props.src} {...props} />;

function Still({ src, placeholder, duration, watchPosition, preview, eager = false, className }: ThumbnailProps) {
  const { t } = useTranslation("videos");
  const [state, setState] = useState<"coming" | "there" | "missing">(src ? "coming" : "missing");
  const percent = watchPosition && duration > 0 ? Math.min(100, Math.round((watchPosition / duration) * 100)) : 0;
  return (
    <span
      className={cx("relative block aspect-video overflow-hidden rounded-card bg-skeleton", className)}
      style={placeholder?.startsWith("#") ? { backgroundColor: placeholder } : undefined}
    >
      {src && state !== "missing" ? (
        <img
          src={src}
          alt=""
          width={640}
          height={360}
          loading={eager ? "eager" : "lazy"}
          fetchPriority={eager ? "high" : "auto"}
          decoding="async"
          ref={(image) => {
            if (image?.complete && image.naturalWidth > 0) setState("there");
          }}
          onLoad={() => setState("there")}
          onError={() => setState("missing")}
          className={cx(
            "size-full object-cover transition-opacity duration-(--normal)",
            state === "coming" && "opacity-0",
          )}
        />
      ) : (
        <Film aria-hidden size={32} strokeWidth={1.5} className="absolute inset-0 m-auto text-ink-muted" />
      )}
      {preview ? <PreviewClip src={preview} /> : null}
      {duration > 0 ? (
        <span
          className={cx(
            "tabular absolute right-2 rounded-small bg-video-scrim px-1.5 py-0.5 text-xs font-medium text-on-video",
            percent > 0 ? "bottom-3" : "bottom-2",
          )}
        >
          <span className="sr-only">{t(($) => $.length, { time: formatDuration(duration) })}</span>
          <span aria-hidden>{formatDuration(duration)}</span>
        </span>
      ) : null}
      {percent > 0 ? (
        <span className="absolute inset-x-0 bottom-0 h-1 bg-video-scrim">
          <span className="sr-only">{t(($) => $.watched, { percent })}</span>
          <span aria-hidden className="block h-full bg-video-accent" style={{ width: `${percent}%` }} />
        </span>
      ) : null}
    </span>
  );
}
