import { Link, useNavigate } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { part } from "@/ui/part";
import { CORNER } from "./corner";
import { closePlayer, playerElement, useStage, wantCorner } from "./stage";

const Player = part(async () => (await import("./Player")).Player);

/** Holds the player through all pages, and the corner where it plays on while one browses. Once, in the shell. */
export function PlayerHost() {
  const { t } = useTranslation("player");
  const { t: common } = useTranslation("common");
  const { source, place } = useStage();
  const navigate = useNavigate();
  const [missing, setMissing] = useState<string>();
  const mini = source !== undefined && place === "mini";
  const toCorner = useCallback(() => {
    wantCorner();
    void navigate({ to: "/" });
  }, [navigate]);
  return (
    <>
      <aside
        aria-label={t(($) => $.mini)}
        hidden={!mini}
        className="fixed right-4 bottom-4 z-40 w-[min(25rem,calc(100vw-2rem))] overflow-hidden rounded-card bg-surface shadow-dock max-sm:right-2 max-sm:bottom-16 max-sm:w-[min(18rem,calc(100vw-1rem))]"
      >
        <div id={CORNER} className="aspect-video bg-video-backdrop" />
        <div className="flex items-center gap-2 py-1 pr-1 pl-4">
          {mini ? (
            <Link
              to="/watch/$videoId"
              params={{ videoId: source.videoId }}
              title={t(($) => $.expand)}
              className="min-w-0 grow rounded-small py-1"
            >
              <span className="block truncate font-medium">{source.title}</span>
              <span className="block truncate text-xs text-ink-muted">{source.channel}</span>
            </Link>
          ) : null}
          <IconButton
            label={common(($) => $.close)}
            tooltip="none"
            icon={<X aria-hidden size={20} />}
            onClick={closePlayer}
          />
        </div>
      </aside>
      {source
        ? createPortal(
            missing === source.videoId ? (
              <div className="grid size-full place-items-center">
                <Button onClick={() => setMissing(undefined)}>{common(($) => $.retry)}</Button>
              </div>
            ) : (
              <Player
                key={source.videoId}
                source={source}
                place={place}
                onMini={toCorner}
                onMissing={() => setMissing(source.videoId)}
              />
            ),
            playerElement,
          )
        : null}
    </>
  );
}
