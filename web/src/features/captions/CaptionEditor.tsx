import { useQuery } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { ArrowLeft, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaptionInfo } from "@/api/types";
import { useUnfinished } from "@/lib/unfinished";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toast";
import { CueRow } from "./CueRow";
import { addAfter, change, faultOf, inOrder, merge, sameLines, split, withKeys, without } from "./cues";
import { documentQuery } from "./queries";
import { useFaultText } from "./useFaultText";
import { usePlayingAt } from "./usePlayingAt";
import { type SavedLines, useSaveCues } from "./useSaveCues";

interface CaptionEditorProps {
  videoId: string;
  captions: CaptionInfo;
  onClose: () => void;
}

/** The lines of captions, beside the player. */
export function CaptionEditor({ videoId, captions, onClose }: CaptionEditorProps) {
  const { t } = useTranslation("captions");
  const { data, refetch, dataUpdatedAt } = useQuery(documentQuery(videoId, captions.name));
  return data ? (
    <Lines
      key={dataUpdatedAt}
      videoId={videoId}
      captions={captions}
      read={data}
      onClose={onClose}
      onReload={() => void refetch()}
    />
  ) : (
    <div aria-busy className="flex flex-col gap-3">
      <Button variant="ghost" className="self-start" onClick={onClose}>
        <ArrowLeft aria-hidden size={18} />
        {t(($) => $.editor.back)}
      </Button>
      <Skeleton className="h-28 rounded-card" />
      <Skeleton className="h-28 rounded-card" />
      <Skeleton className="h-28 rounded-card" />
    </div>
  );
}

interface LinesProps extends CaptionEditorProps {
  read: { cues: { start: number; end: number; text?: string | null }[]; tag: string };
  onReload: () => void;
}

function Lines({ videoId, captions, read, onClose, onReload }: LinesProps) {
  const { t } = useTranslation("captions");
  const { t: common } = useTranslation("common");
  const faultText = useFaultText();
  const [saved, setSaved] = useState<SavedLines>(() => ({
    cues: withKeys(read.cues),
    preferred: captions.preferred,
  }));
  const [cues, setCues] = useState(saved.cues);
  const [preferred, setPreferred] = useState(saved.preferred);
  const changed = preferred !== saved.preferred || !sameLines(cues, saved.cues);
  const [closing, setClosing] = useState(false);
  const leaving = useBlocker({
    shouldBlockFn: () => changed,
    enableBeforeUnload: () => changed,
    withResolver: true,
  });
  const [focused, setFocused] = useState<number>();
  const save = useSaveCues(videoId, captions.name, read.tag);
  const playing = usePlayingAt(cues);
  useUnfinished(changed);

  const add = (key: number | undefined) => {
    const { cues: next, added } = addAfter(cues, key);
    setCues(next);
    setFocused(added.key);
  };
  const faulty = cues.some((cue) => faultOf(cue) !== undefined);
  const written = cues.some(({ text }) => text.trim() !== "");
  const store = () =>
    save.mutate(
      { cues, preferred },
      {
        onSuccess: (_, sent) => {
          setSaved(sent);
          toast(t(($) => $.editor.saved));
        },
      },
    );
  const stay = () => {
    setClosing(false);
    leaving.reset?.();
  };
  return (
    <section aria-labelledby="captions-editor" className="flex flex-col gap-4">
      <Button variant="ghost" className="-ml-4 self-start" onClick={() => (changed ? setClosing(true) : onClose())}>
        <ArrowLeft aria-hidden size={18} />
        {t(($) => $.editor.back)}
      </Button>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="captions-editor" className="min-w-0 grow text-base font-semibold wrap-anywhere">
          {t(($) => $.editor.title, { label: captions.label })}
        </h2>
        <span aria-live="polite" className="text-xs text-ink-muted">
          {changed ? t(($) => $.editor.unsaved) : null}
        </span>
        <Button variant="primary" busy={save.isPending} disabled={!changed || faulty || !written} onClick={store}>
          {t(($) => $.editor.save)}
        </Button>
      </div>
      {save.clash ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 rounded-card bg-danger-soft p-4 text-danger">
          <p className="grow basis-64">{t(($) => $.editor.clash)}</p>
          <Button onClick={onReload}>{t(($) => $.editor.reload)}</Button>
        </div>
      ) : save.error ? (
        <p role="alert" className="text-danger">
          {faultText(save.error)}
        </p>
      ) : null}
      <label className="flex min-h-10 items-center gap-3 self-start">
        <input
          type="checkbox"
          checked={preferred}
          className="size-5 accent-accent"
          onChange={({ target }) => setPreferred(target.checked)}
        />
        {t(($) => $.prefer)}
      </label>
      <ol aria-label={t(($) => $.editor.list)} className="flex flex-col">
        {cues.map((cue, at) => (
          <CueRow
            key={cue.key}
            cue={cue}
            number={at + 1}
            current={at === playing}
            last={at === cues.length - 1}
            focus={cue.key === focused}
            onChange={(to) => setCues(change(cues, cue.key, to))}
            onSettle={() => setCues(inOrder)}
            onAdd={() => add(cue.key)}
            onSplit={(place) => {
              const done = split(cues, cue.key, place);
              if (!done) return;
              setCues(done.cues);
              setFocused(done.second.key);
            }}
            onMerge={() => {
              const next = merge(cues, cue.key);
              if (next) setCues(next);
            }}
            onRemove={() => {
              setCues(without(cues, cue.key));
              toast(
                t(($) => $.editor.removed),
                {
                  action: { label: t(($) => $.editor.undo), onClick: () => setCues((left) => inOrder([...left, cue])) },
                },
              );
            }}
          />
        ))}
      </ol>
      <Button className="self-start" onClick={() => add(cues.at(-1)?.key)}>
        <Plus aria-hidden size={18} />
        {t(($) => $.editor.newWords)}
      </Button>
      <Dialog
        open={closing || leaving.status === "blocked"}
        onOpenChange={stay}
        title={t(($) => $.editor.discardTitle)}
        description={t(($) => $.editor.discardText)}
        actions={
          <>
            <Button onClick={stay}>{common(($) => $.cancel)}</Button>
            <Button variant="danger" onClick={leaving.proceed ?? onClose}>
              {t(($) => $.editor.discard)}
            </Button>
          </>
        }
      />
    </section>
  );
}
