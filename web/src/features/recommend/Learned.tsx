import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TasteLearned } from "@/api/types";
import { formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { toast } from "@/ui/toast";
import { Ago } from "../videos/VideoFacts";
import { VideoLine } from "../videos/VideoLine";
import { useTaste } from "./useTaste";

const SHOWN = 8;

/** From which video what was learned; each can be forgotten. */
export function Learned({ learned }: { learned: readonly TasteLearned[] }) {
  const { t } = useTranslation("recommend");
  const language = useLanguage();
  const { mutate } = useTaste();
  const [all, setAll] = useState(false);
  if (learned.length === 0) return <p className="text-ink-muted">{t(($) => $.taste.learned.none)}</p>;
  const forget = (videoId: string) =>
    mutate({ kind: "forget", videoId }, { onSuccess: () => toast(t(($) => $.taste.forgotten)) });
  return (
    <>
      <ul aria-label={t(($) => $.taste.learned.title)} className="-my-2 flex flex-col">
        {learned.slice(0, all ? undefined : SHOWN).map(({ video, how, at }) => (
          <li key={video.video_id} className="flex items-center gap-2 py-2">
            <VideoLine
              video={video}
              note={
                <>
                  {t(($) => $.taste.learned.how[how])}
                  <span aria-hidden> · </span>
                  <Ago time={at} />
                </>
              }
            />
            <IconButton
              label={t(($) => $.taste.learned.forget, { title: video.title })}
              tooltip="none"
              icon={<X aria-hidden size={20} />}
              onClick={() => forget(video.video_id)}
            />
          </li>
        ))}
      </ul>
      {learned.length > SHOWN && !all ? (
        <Button className="mt-4" onClick={() => setAll(true)}>
          {t(($) => $.taste.learned.all, { number: formatNumber(learned.length, language) })}
        </Button>
      ) : null}
    </>
  );
}
