import { useQuery, useQueryClient } from "@tanstack/react-query";
import { AudioLines } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { useSpokenLanguages } from "@/lib/i18n/spoken";
import { Button } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/Skeleton";
import { videoQuery } from "../videos/queries";
import { captionsQuery, draftingQuery } from "./queries";
import { useCaptionActions } from "./useCaptionActions";
import { useFaultText } from "./useFaultText";

const REASONS = ["no_speech", "no_sound", "refused", "unavailable", "failed"] as const;

/** A program writes a first version. */
export function DraftPanel({ video }: { video: Video }) {
  const { t } = useTranslation("captions");
  const { video_id: videoId } = video;
  const { data } = useQuery(draftingQuery(videoId));
  const client = useQueryClient();
  const waiting = data?.draft?.state === "waiting";
  const before = useRef(waiting);
  useEffect(() => {
    if (before.current && !waiting) {
      void client.invalidateQueries({ queryKey: captionsQuery(videoId).queryKey, exact: true });
      void client.invalidateQueries({ queryKey: videoQuery(videoId).queryKey, exact: true });
    }
    before.current = waiting;
  }, [client, videoId, waiting]);
  return (
    <section aria-labelledby="captions-draft">
      <h2 id="captions-draft" className="text-base font-semibold">
        {t(($) => $.draft.heading)}
      </h2>
      <p className="mt-1 max-w-prose text-ink-muted">{t(($) => $.draft.text)}</p>
      <div className="mt-3 flex flex-col items-start gap-3" aria-live="polite">
        {data === undefined ? (
          <Skeleton className="h-10 w-60 rounded-full" />
        ) : !data.available ? (
          <p className="rounded-control bg-sunken p-4 text-ink-muted">{t(($) => $.draft.absent)}</p>
        ) : waiting ? (
          <div className="flex w-full max-w-md flex-col gap-2">
            <p>{t(($) => $.draft.waiting)}</p>
            <Progress label={t(($) => $.draft.waiting)} percent={null} />
          </div>
        ) : (
          <Order video={video} languages={data.languages} reason={data.draft?.reason ?? null} />
        )}
      </div>
    </section>
  );
}

interface OrderProps {
  video: Video;
  /** Those that the program knows; empty: many. */
  languages: readonly string[];
  /** Why it failed the last time. */
  reason: string | null;
}

function Order({ video, languages, reason }: OrderProps) {
  const { t } = useTranslation("captions");
  const { t: details } = useTranslation("details");
  const faultText = useFaultText();
  const { draft } = useCaptionActions(video.video_id);
  const [language, setLanguage] = useState(video.language ?? "");
  const spoken = useSpokenLanguages(language);
  const known = REASONS.find((each) => each === reason);
  const chosen = languages.length > 0 ? (languages[0] ?? "") : language;
  return (
    <>
      {known ? <p className="text-danger">{t(($) => $.draft.failed[known])}</p> : null}
      {languages.length > 0 ? (
        <p className="max-w-prose text-ink-muted">{t(($) => $.draft.local)}</p>
      ) : (
        <Select
          label={details(($) => $.language)}
          value={language}
          className="w-full max-w-xs"
          onChange={({ target }) => setLanguage(target.value)}
          options={[{ value: "", label: details(($) => $.noLanguage) }, ...spoken]}
        />
      )}
      <Button busy={draft.isPending} onClick={() => draft.mutate(chosen)}>
        <AudioLines aria-hidden size={18} />
        {t(($) => $.draft.order)}
      </Button>
      {draft.error ? <p className="text-danger">{faultText(draft.error)}</p> : null}
    </>
  );
}
