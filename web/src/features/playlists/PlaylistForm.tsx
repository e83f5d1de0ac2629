import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import { Button } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";

export interface PlaylistFields {
  title: string;
  description: string;
  privacy: "public" | "unlisted" | "private";
}

const fresh: PlaylistFields = { title: "", description: "", privacy: "private" };
const privacies = ["private", "unlisted", "public"] as const;

interface PlaylistFormProps {
  fields?: PlaylistFields;
  submit: string;
  busy: boolean;
  error: unknown;
  onSubmit: (fields: PlaylistFields) => void;
  onCancel: () => void;
}

/** What an owner says about a list. */
export function PlaylistForm({ fields = fresh, submit, busy, error, onSubmit, onCancel }: PlaylistFormProps) {
  const { t } = useTranslation("playlists");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const [edited, setEdited] = useState(fields);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && edited.title.trim() !== "") onSubmit(edited);
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <Input
        label={t(($) => $.title)}
        required
        autoFocus
        maxLength={150}
        value={edited.title}
        onChange={(event) => setEdited({ ...edited, title: event.currentTarget.value })}
      />
      <Textarea
        label={t(($) => $.description)}
        rows={2}
        maxLength={5000}
        value={edited.description}
        onChange={(event) => setEdited({ ...edited, description: event.currentTarget.value })}
      />
      <Select
        label={t(($) => $.privacy)}
        value={edited.privacy}
        options={privacies.map((value) => ({ value, label: t(($) => $.privacyChoices[value]) }))}
        onChange={(event) =>
          setEdited({ ...edited, privacy: privacies.find((each) => each === event.currentTarget.value) ?? "private" })
        }
      />
      {error ? (
        <p role="alert" className="text-danger">
          {problemText(error)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{common(($) => $.cancel)}</Button>
        <Button type="submit" variant="primary" busy={busy} disabled={edited.title.trim() === ""}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
