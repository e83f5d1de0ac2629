import { Check, CloudOff, LoaderCircle, PencilLine, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import { cx } from "@/lib/cx";
import { Button } from "@/ui/Button";
import type { SaveState } from "./Autosave";

const icons = { saved: Check, editing: PencilLine, saving: LoaderCircle, waiting: CloudOff, refused: TriangleAlert };

interface SaveNoteProps {
  state: SaveState;
  contested: boolean;
  onRetry: () => void;
}

/** Says how saving goes. Screen readers hear its end, not each keystroke's turn. */
export function SaveNote({ state, contested, onRetry }: SaveNoteProps) {
  const { t } = useTranslation("details");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const Icon = icons[state.kind];
  const text =
    state.kind === "refused"
      ? t(($) => $.saving.refused, { reason: problemText(state.error) })
      : contested
        ? t(($) => $.saving.contested)
        : t(($) => $.saving[state.kind]);
  const quiet = state.kind === "editing" || state.kind === "saving";
  return (
    <div className="flex min-h-10 items-center gap-2 text-xs">
      <p className={cx("flex items-center gap-2", state.kind === "refused" ? "text-danger" : "text-ink-muted")}>
        <Icon aria-hidden size={16} className="shrink-0" />
        {text}
      </p>
      <span role="status" className="sr-only">
        {quiet ? "" : text}
      </span>
      {state.kind === "refused" ? (
        <Button variant="ghost" onClick={onRetry} className="text-xs">
          {common(($) => $.retry)}
        </Button>
      ) : null}
    </div>
  );
}
