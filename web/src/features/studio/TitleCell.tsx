import { Link } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { controlClass } from "@/ui/Field";
import { IconButton } from "@/ui/IconButton";
import { errorOf, LIMITS } from "../details/fields";

interface TitleCellProps {
  id: string;
  title: string;
  onRename: (title: string) => void;
}

/** A title that leads to the video's page and becomes a field in place: Enter keeps, Escape takes back. */
export function TitleCell({ id, title, onRename }: TitleCellProps) {
  const { t } = useTranslation("studio");
  const { t: details } = useTranslation("details");
  const [text, setText] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const error = text === null ? undefined : errorOf("title", text);

  const leave = (keep: boolean, focus: boolean) => {
    if (keep && text !== null && !error && text.trim() !== title) onRename(text.trim());
    setText(null);
    if (focus) requestAnimationFrame(() => pencil.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") leave(false, true);
    if (event.key === "Enter" && !error) leave(true, true);
  };

  if (text !== null) {
    return (
      <div className="min-w-0 grow max-lg:col-start-3 max-lg:row-start-1">
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          value={text}
          aria-label={t(($) => $.titleOf, { title })}
          aria-invalid={error ? true : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => leave(true, false)}
          onFocus={(event) => event.target.select()}
          className={controlClass}
        />
        <p role="alert" className="text-xs text-danger">
          {error ? details(($) => $.errors[error], { limit: LIMITS.title }) : ""}
        </p>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 grow items-start gap-1 max-lg:col-start-3 max-lg:row-start-1">
      <span className="min-w-0 lg:py-2">
        <Link
          to="/studio/$videoId"
          params={{ videoId: id }}
          title={title}
          className="line-clamp-2 rounded-small font-medium wrap-anywhere hover:underline"
        >
          {title}
        </Link>
      </span>
      <IconButton
        ref={pencil}
        label={t(($) => $.rename, { title })}
        tooltip="none"
        title={t(($) => $.renameTip)}
        icon={<Pencil aria-hidden size={16} />}
        onClick={() => setText(title)}
        className="max-lg:hidden hoverable:opacity-0 hoverable:group-hover:opacity-100 hoverable:focus-visible:opacity-100"
      />
    </div>
  );
}
