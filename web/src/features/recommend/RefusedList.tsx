import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { VideoCard, VideoOwner } from "@/api/types";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { VideoLine } from "../videos/VideoLine";
import { TasteSection } from "./TasteSection";
import type { TasteAction } from "./taste";
import { useTaste } from "./useTaste";

interface RefusedListProps {
  videos: readonly VideoCard[];
  channels: readonly VideoOwner[];
}

/** What the reader refused, to be allowed again. */
export function RefusedList({ videos, channels }: RefusedListProps) {
  const { t } = useTranslation("recommend");
  return (
    <TasteSection title={t(($) => $.taste.refused.title)}>
      {videos.length + channels.length === 0 ? (
        <p className="text-ink-muted">{t(($) => $.taste.refused.none)}</p>
      ) : (
        <div className="flex flex-col gap-6">
          <Group heading={t(($) => $.taste.refused.videos)} shown={videos.length > 0}>
            {videos.map((video) => (
              <Line key={video.video_id} name={video.title} action={{ kind: "allow-video", videoId: video.video_id }}>
                <VideoLine video={video} />
              </Line>
            ))}
          </Group>
          <Group heading={t(($) => $.taste.refused.channels)} shown={channels.length > 0}>
            {channels.map(({ username, display_name, avatar_url }) => (
              <Line key={username} name={display_name} action={{ kind: "allow-channel", username }}>
                <Link
                  to="/@{$username}"
                  params={{ username }}
                  className="flex min-w-0 grow items-center gap-3 rounded-control py-1"
                >
                  <Avatar name={display_name} src={avatar_url} size={40} />
                  <span className="truncate font-medium">{display_name}</span>
                </Link>
              </Line>
            ))}
          </Group>
        </div>
      )}
    </TasteSection>
  );
}

function Group({ heading, shown, children }: { heading: string; shown: boolean; children: ReactNode }) {
  const id = useId();
  if (!shown) return null;
  return (
    <div>
      <h3 id={id} className="text-sm font-medium text-ink-muted">
        {heading}
      </h3>
      <ul aria-labelledby={id} className="mt-1 flex flex-col">
        {children}
      </ul>
    </div>
  );
}

function Line({ name, action, children }: { name: string; action: TasteAction; children: ReactNode }) {
  const { t } = useTranslation("recommend");
  const { mutate } = useTaste();
  return (
    <li className="flex flex-wrap items-center justify-end gap-2 py-2">
      <div className="flex min-w-60 grow basis-0">{children}</div>
      <Button aria-label={t(($) => $.taste.refused.takeBackName, { name })} onClick={() => mutate(action)}>
        {t(($) => $.taste.refused.takeBack)}
      </Button>
    </li>
  );
}
