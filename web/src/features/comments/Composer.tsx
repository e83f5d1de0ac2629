import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUnfinished } from "@/lib/unfinished";
import { Button } from "@/ui/Button";
import { Textarea } from "@/ui/Textarea";

interface ComposerProps {
  label: string;
  send: string;
  /** What stands there at first. */
  initial?: string;
  /** What was written before and did not arrive; it stands there instead. */
  draft?: string | undefined;
  autoFocus?: boolean;
  /** Called with the text. The composer is empty at once; when sending fails, the text is there again. */
  onSend: (content: string) => Promise<unknown>;
  onCancel?: () => void;
}

const MAX = 10_000;

/** Where a comment is written. Ctrl+Enter sends, Escape leaves; nothing typed is lost when sending fails. */
export function Composer({ label, send, initial = "", draft, autoFocus = false, onSend, onCancel }: ComposerProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const [text, setText] = useState(draft ?? initial);
  const [used, setUsed] = useState(autoFocus);
  const empty = text.trim() === "";
  useUnfinished(!empty && text !== initial);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (empty) return;
    setText("");
    setUsed(false);
    void onSend(text).catch(() => {
      setText((since) => (since === "" ? text : `${text}\n${since}`));
      setUsed(true);
    });
  };
  const leave = () => {
    setText(initial);
    setUsed(false);
    onCancel?.();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === "Escape" && (text === initial || onCancel)) leave();
  };

  return (
    <form onSubmit={submit} className="grow">
      <Textarea
        label={label}
        hideLabel
        placeholder={label}
        rows={used ? 3 : 1}
        maxLength={MAX}
        value={text}
        autoFocus={autoFocus}
        onFocus={() => setUsed(true)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keys}
        {...(used ? { hint: t(($) => $.hint) } : {})}
      />
      {used ? (
        <div className="mt-2 flex justify-end gap-2">
          <Button variant="ghost" onClick={leave}>
            {common(($) => $.cancel)}
          </Button>
          <Button variant="primary" type="submit" disabled={empty}>
            {send}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
