import "./i18n/texts";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { Button } from "@/ui/Button";
import type { Refusal } from "./refusals";
import { useRefuse } from "./useRefuse";

interface RefusedProps {
  refusal: Refusal;
  /** The channel's name. */
  name: string;
  className?: string;
}

/** Stands where a refused card was, with the way back. */
export function Refused({ refusal, name, className }: RefusedProps) {
  const { t } = useTranslation("recommend");
  const { takeBack } = useRefuse(refusal.videoId);
  // The menu that had the focus is gone: the keyboard goes on from the way back.
  const takeFocus = useCallback((button: HTMLButtonElement | null) => {
    if (document.activeElement === document.body) button?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      className={cx(
        "flex flex-wrap content-center items-center justify-center gap-x-2 gap-y-1 rounded-card bg-sunken px-4 py-2 text-center text-ink-muted",
        className,
      )}
    >
      <p role="status" className="min-w-0 text-pretty">
        {refusal.kind === "video" ? t(($) => $.refused.video) : t(($) => $.refused.channel, { name })}
      </p>
      <Button ref={takeFocus} variant="ghost" onClick={() => takeBack(refusal)}>
        {t(($) => $.refused.undo)}
      </Button>
    </div>
  );
}
