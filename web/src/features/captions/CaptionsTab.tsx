import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { Skeleton } from "@/ui/Skeleton";
import { AddCaptions } from "./AddCaptions";
import { CaptionEditor } from "./CaptionEditor";
import { CaptionList } from "./CaptionList";
import { DraftPanel } from "./DraftPanel";
import { captionsQuery } from "./queries";
import "./i18n/texts";

/** The captions of an own video: which there are, more of them, and the editor of one. */
export function CaptionsTab({ video }: { video: Video }) {
  const { t } = useTranslation("captions");
  const { video_id: videoId } = video;
  const { data } = useQuery(captionsQuery(videoId));
  const [edited, setEdited] = useState<string>();
  const open = data?.captions.find(({ name }) => name === edited);
  if (open) {
    return <CaptionEditor key={open.name} videoId={videoId} captions={open} onClose={() => setEdited(undefined)} />;
  }
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="captions-heading">
        <h2 id="captions-heading" className="text-base font-semibold">
          {t(($) => $.heading)}
        </h2>
        <p className="mt-1 max-w-prose text-ink-muted">{t(($) => $.intro)}</p>
        <div className="mt-3">
          {data ? (
            <CaptionList videoId={videoId} captions={data.captions} onEdit={setEdited} />
          ) : (
            <div aria-busy className="flex flex-col gap-2">
              <Skeleton className="h-16 rounded-card" />
              <Skeleton className="h-16 rounded-card" />
            </div>
          )}
        </div>
      </section>
      <AddCaptions video={video} onWritten={setEdited} />
      <DraftPanel video={video} />
    </div>
  );
}
