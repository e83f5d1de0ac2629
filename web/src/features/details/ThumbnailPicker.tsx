import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImagePlus } from "lucide-react";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, putFile, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Video } from "@/api/types";
import { cx } from "@/lib/cx";
import { formatBytes } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { PICTURE_LIMIT, PICTURE_TYPES } from "@/lib/pictures";
import { Button } from "@/ui/Button";
import { toast, toastError } from "@/ui/toast";
import { videoQuery } from "../videos/queries";

/** One of the video's own moments, or a picture brought along. Shown at once, taken back when the server refuses. */
export function ThumbnailPicker({ video, className }: { video: Video; className?: string }) {
  const { t } = useTranslation("details");
  const group = useId();
  const choose = useThumbnailChoice(video);
  const own = useOwnPicture(video);
  const input = useRef<HTMLInputElement>(null);
  const brought = video.thumbnails.some(isOwn);

  if (video.thumbnails.length === 0) {
    return (
      <p className={cx("rounded-control bg-sunken p-4 text-sm text-ink-muted", className)}>
        {t(($) => $.thumbnailLater)}
      </p>
    );
  }
  return (
    <fieldset className={className}>
      <legend className="text-sm font-medium">{t(($) => $.thumbnail)}</legend>
      <p className="mt-0.5 mb-2 text-xs text-ink-muted">{t(($) => $.thumbnailHint)}</p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {video.thumbnails.map((url, index) => (
          <Choice
            key={url}
            group={group}
            url={url}
            label={isOwn(url) ? t(($) => $.ownPicture) : t(($) => $.moment, { number: index + 1 })}
            chosen={url === video.thumbnail_url}
            onChoose={() => choose.mutate({ index, url })}
          />
        ))}
        <Button
          busy={own.isPending}
          onClick={() => input.current?.click()}
          className="aspect-video h-auto flex-col rounded-control! px-2 text-center text-xs! whitespace-normal!"
        >
          <ImagePlus aria-hidden size={20} />
          {own.isPending
            ? t(($) => $.pictureSending)
            : brought
              ? t(($) => $.replacePicture)
              : t(($) => $.uploadPicture)}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES.join(",")}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) own.mutate(file);
        }}
      />
    </fieldset>
  );
}

/** The picture that the owner brought along stands among the moments, under the number that is reserved for it. */
const isOwn = (url: string): boolean => /\/thumb-9-[^/]*$/.test(url);

interface ChoiceProps {
  group: string;
  url: string;
  label: string;
  chosen: boolean;
  onChoose: () => void;
}

const Choice = ({ group, url, label, chosen, onChoose }: ChoiceProps) => (
  <label
    className={cx(
      "relative block cursor-pointer overflow-hidden rounded-control",
      "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
      chosen
        ? "ring-2 ring-ink ring-offset-2 ring-offset-surface"
        : "hover:ring-2 hover:ring-line-strong hover:ring-offset-2 hover:ring-offset-surface",
    )}
  >
    <input type="radio" name={group} checked={chosen} onChange={onChoose} aria-label={label} className="sr-only" />
    <img src={url} alt="" width={320} height={180} className="aspect-video w-full bg-skeleton object-cover" />
  </label>
);

function useThumbnailChoice(video: Video) {
  const { t } = useTranslation("details");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = videoQuery(video.video_id);
  return useMutation({
    mutationFn: ({ index }: { index: number; url: string }) =>
      unwrap(
        api.PATCH("/api/v1/videos/{id}", { params: { path: { id: video.video_id } }, body: { thumbnail: index } }),
      ),
    onMutate: async ({ url }) => {
      await client.cancelQueries({ queryKey, exact: true });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (now) => (now ? { ...now, thumbnail_url: url } : now));
      return before;
    },
    onSuccess: (fresh) => {
      client.setQueryData(queryKey, fresh);
      void client.invalidateQueries({ queryKey: ["me", "videos"] });
    },
    onError: (error, _choice, before) => {
      if (before) client.setQueryData(queryKey, before);
      toastError(t(($) => $.notChanged, { reason: problemText(error) }));
    },
  });
}

function useOwnPicture(video: Video) {
  const { t } = useTranslation("details");
  const client = useQueryClient();
  const problemText = useProblemText();
  const language = useLanguage();
  return useMutation({
    mutationFn: async (file: File) => {
      if (!PICTURE_TYPES.includes(file.type)) throw new Refusal(t(($) => $.notAPicture, { name: file.name }));
      if (file.size > PICTURE_LIMIT) {
        throw new Refusal(t(($) => $.pictureTooLarge, { limit: formatBytes(PICTURE_LIMIT, language) }));
      }
      return putFile<Video>(`/api/v1/videos/${video.video_id}/thumbnail`, file);
    },
    onSuccess: (fresh) => {
      client.setQueryData(videoQuery(video.video_id).queryKey, fresh);
      void client.invalidateQueries({ queryKey: ["me", "videos"] });
      toast(t(($) => $.thumbnailChosen));
    },
    onError: (error) =>
      toastError(error instanceof Refusal ? error.message : t(($) => $.notChanged, { reason: problemText(error) })),
  });
}

/** Turned down here, before anything was sent. */
class Refusal extends Error {}
