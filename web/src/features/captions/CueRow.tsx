import { Clock, Merge, Play, Plus, Scissors, Trash2 } from "lucide-react";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { controlClass } from "@/ui/Field";
import { IconButton } from "@/ui/IconButton";
import { player } from "../player/stage";
import { type Cue, faultOf, LONGEST_TEXT } from "./cues";
import { cueTime, parseCueTime } from "./cueTime";

interface CueRowProps {
  cue: Cue;
  number: number;
  /** Whether the player is here. */
  current: boolean;
  last: boolean;
  /** Whether it was just made, and is to be written in. */
  focus: boolean;
  onChange: (to: Partial<Omit<Cue, "key">>) => void;
  /** The writer left the times: lines may now change places. */
  onSettle: () => void;
  onAdd: () => void;
  onSplit: (place: number) => void;
  onMerge: () => void;
  onRemove: () => void;
}

/** One line: when, what, and what can be done with it. */
export const CueRow = memo(function CueRow(props: CueRowProps) {
  const { cue, number, current, last, focus, onChange, onSettle, onAdd, onSplit, onMerge, onRemove } = props;
  const { t } = useTranslation("captions");
  const words = useRef<HTMLTextAreaElement>(null);
  const fault = faultOf(cue);
  useEffect(() => {
    if (focus) words.current?.focus();
  }, [focus]);
  return (
    <li
      aria-current={current || undefined}
      className={cx("flex flex-col gap-2 border-t border-line px-3 py-3", current && "rounded-control bg-accent-soft")}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <TimeInput
          label={t(($) => $.editor.start, { number })}
          value={cue.start}
          onChange={(start) => onChange({ start, end: Math.max(cue.end, start + 0.1) })}
          onSettle={onSettle}
        />
        <span aria-hidden>–</span>
        <TimeInput
          label={t(($) => $.editor.end, { number })}
          value={cue.end}
          wrong={fault === "badOrder"}
          onChange={(end) => onChange({ end })}
          onSettle={onSettle}
        />
        <div className="ml-auto flex flex-wrap">
          <IconButton
            label={t(($) => $.editor.play, { number })}
            icon={<Play aria-hidden size={18} />}
            onClick={() => player()?.seek(cue.start)}
          />
          <IconButton
            label={t(($) => $.editor.split, { number })}
            icon={<Scissors aria-hidden size={18} />}
            onClick={() => onSplit(words.current?.selectionStart ?? 0)}
          />
          <IconButton
            label={t(($) => $.editor.merge, { number })}
            icon={<Merge aria-hidden size={18} />}
            disabled={last}
            onClick={onMerge}
          />
          <IconButton
            label={t(($) => $.editor.after, { number })}
            icon={<Plus aria-hidden size={18} />}
            onClick={onAdd}
          />
          <IconButton
            label={t(($) => $.editor.remove, { number })}
            tooltip="end"
            icon={<Trash2 aria-hidden size={18} />}
            onClick={onRemove}
          />
        </div>
      </div>
      <textarea
        ref={words}
        aria-label={t(($) => $.editor.text, { number })}
        value={cue.text}
        rows={1}
        maxLength={LONGEST_TEXT}
        dir="auto"
        className={cx(controlClass, "field-sizing-content resize-y")}
        onChange={({ target }) => onChange({ text: target.value })}
      />
    </li>
  );
});

interface TimeInputProps {
  label: string;
  value: number;
  wrong?: boolean;
  onChange: (seconds: number) => void;
  onSettle: () => void;
}

/** A time that may be half written; what cannot be read is marked and not taken. */
function TimeInput({ label, value, wrong = false, onChange, onSettle }: TimeInputProps) {
  const { t } = useTranslation("captions");
  const [typed, setTyped] = useState<string>();
  const bad = typed !== undefined && parseCueTime(typed) === undefined;
  return (
    <span className="flex items-center">
      <input
        aria-label={label}
        aria-invalid={bad || wrong || undefined}
        title={bad ? t(($) => $.editor.badTime) : wrong ? t(($) => $.editor.badOrder) : undefined}
        value={typed ?? cueTime(value)}
        inputMode="decimal"
        className={cx(controlClass, "tabular w-28")}
        onChange={({ target }) => {
          setTyped(target.value);
          const seconds = parseCueTime(target.value);
          if (seconds !== undefined) onChange(seconds);
        }}
        onBlur={() => {
          setTyped(undefined);
          onSettle();
        }}
      />
      <IconButton
        label={`${label}: ${t(($) => $.editor.now)}`}
        icon={<Clock aria-hidden size={16} />}
        onClick={() => {
          const now = player()?.currentTime();
          if (now === undefined) return;
          onChange(Math.round(now * 1000) / 1000);
          onSettle();
        }}
      />
    </span>
  );
}
