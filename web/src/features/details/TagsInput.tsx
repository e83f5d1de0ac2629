import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { controlClass, FieldFrame } from "@/ui/Field";
import { addTags, LIMITS } from "./fields";

interface TagsInputProps {
  value: readonly string[];
  onChange: (tags: readonly string[]) => void;
}

/** Tags as chips in a text field: Enter and commas add, Backspace in the empty field takes the last one away. */
export function TagsInput({ value, onChange }: TagsInputProps) {
  const { t } = useTranslation("details");
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const full = value.length >= LIMITS.tags;

  const add = (more: string) => {
    const next = addTags(value, more);
    if (next.length > value.length) {
      onChange(next);
      setSaid(t(($) => $.tagAdded, { tag: next.slice(value.length).join(", ") }));
    }
    setText("");
  };
  const remove = (tag: string) => {
    onChange(value.filter((each) => each !== tag));
    setSaid(t(($) => $.tagRemoved, { tag }));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = value.at(-1);
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && last !== undefined) {
      remove(last);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[,\n]/.test(pasted)) return;
    event.preventDefault();
    add(text + pasted);
  };

  return (
    <FieldFrame
      label={t(($) => $.tags)}
      hint={t(($) => $.tagsHint)}
      aside={value.length > 0 ? t(($) => $.count, { length: value.length, limit: LIMITS.tags }) : undefined}
    >
      {(ids) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the chips reaches the field they lie in
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches that field by itself
        <div
          onClick={() => input.current?.focus()}
          className={cx(
            controlClass,
            "flex cursor-text flex-wrap gap-1.5 p-1.5 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent",
          )}
        >
          {value.map((tag) => (
            <span key={tag} className="flex min-h-7 max-w-full items-center rounded-full bg-sunken pl-3 text-sm">
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={t(($) => $.removeTag, { tag })}
                onClick={() => remove(tag)}
                className="grid size-7 shrink-0 place-items-center rounded-full hover:bg-hover"
              >
                <X aria-hidden size={14} />
              </button>
            </span>
          ))}
          <input
            {...ids}
            ref={input}
            value={text}
            disabled={full}
            enterKeyHint="enter"
            autoCapitalize="none"
            onChange={(event) =>
              event.target.value.endsWith(",") ? add(event.target.value) : setText(event.target.value)
            }
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => add(text)}
            className="min-h-7 min-w-24 grow basis-24 bg-transparent px-1.5 outline-none"
          />
          <span role="status" className="sr-only">
            {said}
          </span>
        </div>
      )}
    </FieldFrame>
  );
}
