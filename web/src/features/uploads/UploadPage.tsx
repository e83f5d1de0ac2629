import { useQuery } from "@tanstack/react-query";
import { FileVideo, Upload as UploadIcon, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import type { Privacy } from "@/api/types";
import { formatBytes } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useTitle } from "@/lib/useTitle";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { privacies } from "../details/PrivacyPicker";
import { chooseDefaultPrivacy, defaultPrivacy, dismissRefused, maxSizeQuery, takeIn, useRefused } from "./intake";
import { useUploads } from "./queue";
import { UploadCard } from "./UploadCard";

/** Where files become videos: the drop zone, and a card for each upload. */
export function UploadPage() {
  const { t } = useTranslation("uploads");
  const uploads = useUploads();
  const none = uploads.length === 0;
  useTitle(t(($) => $.heading));
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6 px-4 pt-4 sm:px-6">
      <h1 className="text-xl font-semibold">{t(($) => $.heading)}</h1>
      <DropArea large={none} />
      <Refused />
      {none ? null : (
        <section aria-label={t(($) => $.uploads)}>
          <ul className="flex flex-col gap-4">
            {uploads.map((upload, index) => (
              <UploadCard key={upload.id} upload={upload} open={index === 0 && upload.phase.kind !== "sent"} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function DropArea({ large }: { large: boolean }) {
  const { t } = useTranslation("uploads");
  const input = useRef<HTMLInputElement>(null);
  const { data: maxBytes } = useQuery(maxSizeQuery);
  return (
    <div
      className={
        large
          ? "flex flex-col items-center gap-3 rounded-panel border-2 border-dashed border-line-strong px-4 py-14 text-center"
          : "flex flex-wrap items-center gap-4 rounded-panel border-2 border-dashed border-line-strong p-4"
      }
    >
      {large ? (
        <>
          <span aria-hidden className="mb-3 grid size-28 place-items-center rounded-full bg-accent-soft text-accent">
            <FileVideo size={48} strokeWidth={1.5} />
          </span>
          <p className="text-lg font-semibold">
            <span className="hidden hoverable:inline">{t(($) => $.drop.title)}</span>
            <span className="hoverable:hidden">{t(($) => $.drop.touchTitle)}</span>
          </p>
          <p className="max-w-md text-base text-pretty text-ink-muted">
            <span className="hidden hoverable:inline">{t(($) => $.drop.where)} </span>
            {t(($) => $.drop.text)}
          </p>
        </>
      ) : (
        <p className="hidden grow text-ink-muted hoverable:block">{t(($) => $.drop.more)}</p>
      )}
      <Button
        variant={large ? "primary" : "secondary"}
        onClick={() => input.current?.click()}
        className={large ? "mt-3" : undefined}
      >
        <UploadIcon aria-hidden size={18} />
        {t(($) => $.drop.choose)}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="video/*,audio/*,.mkv,.mts,.m2ts,.ts,.mxf,.flv,.vob"
        data-testid="files"
        onChange={(event) => {
          takeIn(Array.from(event.target.files ?? []), maxBytes ?? undefined);
          event.target.value = "";
        }}
      />
      <div className={large ? "mt-4 flex flex-col items-center gap-2" : "contents"}>
        <FirstPrivacy />
        {large ? <Limits maxBytes={maxBytes ?? undefined} /> : null}
      </div>
    </div>
  );
}

function FirstPrivacy() {
  const { t } = useTranslation("uploads");
  const { t: details } = useTranslation("details");
  const [privacy, setPrivacy] = useState(defaultPrivacy);
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="text-ink-muted">
        {t(($) => $.firstPrivacy)}
      </span>
      <Select
        hideLabel
        label={t(($) => $.firstPrivacy)}
        value={privacy}
        onChange={(event) => {
          const value = event.target.value as Privacy;
          chooseDefaultPrivacy(value);
          setPrivacy(value);
        }}
        options={privacies.map((value) => ({ value, label: details(($) => $.privacies[value].name) }))}
      />
    </span>
  );
}

function Limits({ maxBytes }: { maxBytes: number | undefined }) {
  const { t } = useTranslation("uploads");
  const language = useLanguage();
  const storage = useMe()?.storage;
  const left = storage ? Math.max(0, storage.quota_bytes - storage.used_bytes) : undefined;
  const facts = [
    ...(maxBytes === undefined ? [] : [t(($) => $.drop.limit, { size: formatBytes(maxBytes, language) })]),
    ...(left === undefined ? [] : [t(($) => $.drop.left, { size: formatBytes(left, language) })]),
  ];
  return <p className="min-h-4 text-xs text-ink-muted">{facts.join(" · ")}</p>;
}

/** Files that were not taken, each with its sentence, until it has been read. */
function Refused() {
  const { t } = useTranslation("uploads");
  const language = useLanguage();
  const refused = useRefused();
  return (
    <div role="alert" className="empty:hidden">
      {refused.length === 0 ? null : (
        <ul aria-label={t(($) => $.refused.heading)} className="flex flex-col gap-2">
          {refused.map(({ id, fileName: name, refusal }) => (
            <li key={id} className="flex items-center gap-2 rounded-card bg-danger-soft py-1 pr-1 pl-4 text-danger">
              <p className="grow py-2 wrap-anywhere">
                {refusal.code === "too_large"
                  ? t(($) => $.refused.too_large, { name, limit: formatBytes(refusal.limit, language) })
                  : t(($) => $.refused[refusal.code], { name })}
              </p>
              <IconButton
                label={t(($) => $.refused.dismiss)}
                tooltip="end"
                icon={<X aria-hidden size={20} />}
                onClick={() => dismissRefused(id)}
                className="text-danger"
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
