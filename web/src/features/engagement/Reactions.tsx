import { ThumbsDown, ThumbsUp } from "lucide-react";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import type { Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { formatCompact } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useAskToSignIn } from "./useAskToSignIn";
import { useReact } from "./useReact";

/** Like and dislike; the one that holds is filled, and pressing it again takes it back. */
export function Reactions({ video }: { video: Video }) {
  const { t } = useTranslation("engagement");
  const language = useLanguage();
  const signedIn = useSignedIn();
  const askToSignIn = useAskToSignIn();
  const { mutate } = useReact(video.video_id);
  const { reaction, like_count: likes, dislike_count: dislikes } = video;

  const press = (wanted: "like" | "dislike") => {
    if (signedIn) mutate(reaction === wanted ? null : wanted);
    else askToSignIn(t(($) => $.signInToReact));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, not fields of a form
    <div role="group" aria-label={t(($) => $.reactions)} className="flex rounded-full bg-sunken">
      <Half
        pressed={reaction === "like"}
        onClick={() => press("like")}
        aria-label={t(($) => $.likes, { count: likes })}
        className="rounded-l-full pr-3 pl-4"
      >
        <ThumbsUp aria-hidden size={18} fill={reaction === "like" ? "currentColor" : "none"} />
        {likes > 0 ? <span className="tabular">{formatCompact(likes, language)}</span> : t(($) => $.like)}
      </Half>
      <span aria-hidden className="my-2 w-px bg-line" />
      <Half
        pressed={reaction === "dislike"}
        onClick={() => press("dislike")}
        aria-label={dislikes === null ? t(($) => $.dislike) : t(($) => $.dislikes, { count: dislikes })}
        className="rounded-r-full pr-4 pl-3"
      >
        <ThumbsDown aria-hidden size={18} fill={reaction === "dislike" ? "currentColor" : "none"} />
        {dislikes ? <span className="tabular">{formatCompact(dislikes, language)}</span> : null}
      </Half>
    </div>
  );
}

function Half({ pressed, className, ...rest }: { pressed: boolean } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={pressed}
      className={cx(
        "inline-flex min-h-10 items-center gap-2 text-sm font-medium whitespace-nowrap text-ink transition-colors select-none hover:bg-hover",
        className,
      )}
    />
  );
}
