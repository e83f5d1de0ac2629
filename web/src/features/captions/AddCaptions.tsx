import { FileUp, PenLine } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Video } from "@/api/types";
import { useSpokenLanguages } from "@/lib/i18n/spoken";
import { Button } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { toast } from "@/ui/toast";
import { useCaptionActions } from "./useCaptionActions";
import { useFaultText } from "./useFaultText";

interface AddCaptionsProps {
  video: Video;
  /** Captions were begun here, to be written on. */
  onWritten: (name: string) => void;
}

/** A language, and a file for it or the first line. */
export function AddCaptions({ video, onWritten }: AddCaptionsProps) {
  const { t } = useTranslation("captions");
  const actions = useCaptionActions(video.video_id);
  const faultText = useFaultText();
  const [language, setLanguage] = useState(video.language ?? "");
  const [label, setLabel] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const languages = useSpokenLanguages(language);
  const { isPending, error } = actions.add;
  const add = (content: Blob, then: (name: string) => void) =>
    actions.add.mutate(
      { language, label, content },
      {
        onSuccess: ({ name }) => {
          setLabel("");
          then(name);
        },
      },
    );
  const begin = () => {
    const first = `WEBVTT\n\n00:00.000 --> 00:02.000\n${t(($) => $.firstWords)}\n`;
    add(new Blob([first], { type: "text/vtt" }), onWritten);
  };
  return (
    <section aria-labelledby="captions-add">
      <h2 id="captions-add" className="text-base font-semibold">
        {t(($) => $.add)}
      </h2>
      <div className="mt-3 grid max-w-2xl gap-4 sm:grid-cols-2">
        <Select
          label={t(($) => $.language)}
          value={language}
          onChange={({ target }) => setLanguage(target.value)}
          options={[{ value: "", label: t(($) => $.chooseLanguage) }, ...languages]}
        />
        <Input
          label={t(($) => $.label)}
          hint={t(($) => $.labelHint)}
          value={label}
          maxLength={100}
          onChange={({ target }) => setLabel(target.value)}
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button disabled={language === ""} busy={isPending} onClick={() => input.current?.click()}>
          <FileUp aria-hidden size={18} />
          {t(($) => $.file)}
        </Button>
        <Button disabled={language === ""} busy={isPending} onClick={begin}>
          <PenLine aria-hidden size={18} />
          {t(($) => $.write)}
        </Button>
        <p className="text-xs text-ink-muted">{t(($) => $.fileHint)}</p>
      </div>
      <p role="alert" className="mt-2 text-danger empty:hidden">
        {error ? faultText(error) : null}
      </p>
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,text/vtt"
        className="sr-only"
        tabIndex={-1}
        aria-label={t(($) => $.file)}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) add(file, () => toast(t(($) => $.added)));
          currentTarget.value = "";
        }}
      />
    </section>
  );
}
