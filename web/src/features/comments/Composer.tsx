import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Textarea } from "@/ui/Textarea";

interface ComposerProps {
  label: string;
  send: string;
  busy: boolean;
  initial?: string;
  autoFocus?: boolean;
  /** Called with the text; the composer is emptied once it resolves. */
  onSend: (content: string) => Promise<unknown>;
  onCancel?: () => void;
}

const MAX = 10_000;

/** Where a comment is written. Ctrl+Enter sends, Escape leaves; nothing typed is lost when sending fails. */
export function Composer({ label, send, busy, initial = "", autoFocus = false, onSend, onCancel }: ComposerProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const [text, setText] = useState(initial);
  const [used, setUsed] = useState(autoFocus);
  const empty = text.trim() === "";

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (empty || busy) return;
    void onSend(text).then(
      () => {
        setText("");
        setUsed(false);
      },
      () => undefined,
    );
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
          <Button variant="primary" type="submit" disabled={empty} busy={busy}>
            {send}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
