import { useMutation } from "@tanstack/react-query";
import { ImagePlus, Trash2 } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, putFile, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Me } from "@/api/types";
import { formatBytes } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { PICTURE_LIMIT, PICTURE_TYPES } from "@/lib/pictures";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { toast, toastError } from "@/ui/toast";
import { useKeepMe } from "./useChangeMe";

/** Profile picture and banner as they are, each with a way to change it. */
export function Pictures({ me }: { me: Me }) {
  const { t } = useTranslation("settings");
  return (
    <>
      <Picture kind="avatar" there={me.avatar_url !== null} hint={t(($) => $.pictures.avatarHint)}>
        <Avatar name={me.display_name} src={me.avatar_url} size={80} />
      </Picture>
      <Picture kind="banner" there={me.banner_url !== null} hint={t(($) => $.pictures.bannerHint)}>
        {me.banner_url ? (
          <img
            src={me.banner_url}
            alt=""
            width={2048}
            height={341}
            className="aspect-[6/1] w-full rounded-card bg-skeleton object-cover"
          />
        ) : (
          <span aria-hidden className="block aspect-[6/1] w-full rounded-card bg-sunken" />
        )}
      </Picture>
    </>
  );
}

interface PictureProps {
  kind: "avatar" | "banner";
  there: boolean;
  hint: string;
  children: ReactNode;
}

function Picture({ kind, there, hint, children }: PictureProps) {
  const { t } = useTranslation("settings");
  const input = useRef<HTMLInputElement>(null);
  const { put, remove } = usePicture(kind);
  return (
    <fieldset
      aria-label={t(($) => $.pictures[kind])}
      className={kind === "avatar" ? "flex items-center gap-6" : "flex flex-col gap-3"}
    >
      {children}
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="font-medium">{t(($) => $.pictures[kind])}</h3>
        <p className="text-xs text-ink-muted">{hint}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button busy={put.isPending} onClick={() => input.current?.click()}>
            <ImagePlus aria-hidden size={18} />
            {put.isPending
              ? t(($) => $.pictures.sending)
              : there
                ? t(($) => $.pictures.replace)
                : t(($) => $.pictures.choose)}
          </Button>
          {there ? (
            <Button variant="ghost" busy={remove.isPending} onClick={() => remove.mutate()}>
              <Trash2 aria-hidden size={18} />
              {t(($) => $.pictures.remove)}
            </Button>
          ) : null}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept={PICTURE_TYPES.join(",")}
          data-testid={kind}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) put.mutate(file);
          }}
        />
      </div>
    </fieldset>
  );
}

/** Turned down here, before anything was sent. */
class Refusal extends Error {}

function usePicture(kind: "avatar" | "banner") {
  const { t } = useTranslation("settings");
  const language = useLanguage();
  const problemText = useProblemText();
  const keep = useKeepMe();
  const failed = (error: unknown) =>
    toastError(error instanceof Refusal ? error.message : t(($) => $.pictures.kept, { reason: problemText(error) }));
  const put = useMutation({
    mutationFn: async (file: File) => {
      if (!PICTURE_TYPES.includes(file.type)) throw new Refusal(t(($) => $.pictures.notAPicture, { name: file.name }));
      if (file.size > PICTURE_LIMIT) {
        throw new Refusal(t(($) => $.pictures.tooLarge, { limit: formatBytes(PICTURE_LIMIT, language) }));
      }
      return putFile<Me>(`/api/v1/me/${kind}`, file);
    },
    onSuccess: (me) => {
      keep(me);
      toast(t(($) => $.pictures.changed));
    },
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: async () => {
      await unwrap(kind === "avatar" ? api.DELETE("/api/v1/me/avatar") : api.DELETE("/api/v1/me/banner"));
      return unwrap(api.GET("/api/v1/me"));
    },
    onSuccess: (me) => {
      keep(me);
      toast(t(($) => $.pictures.removed));
    },
    onError: failed,
  });
  return { put, remove };
}
