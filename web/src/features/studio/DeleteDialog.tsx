import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

interface DeleteDialogProps {
  /** `null` while nothing is to be deleted. */
  ids: readonly string[] | null;
  /** Of the first of them. */
  title: string;
  busy: boolean;
  onClose: () => void;
  onDelete: (ids: readonly string[]) => void;
}

export function DeleteDialog({ ids, title, busy, onClose, onDelete }: DeleteDialogProps) {
  const { t } = useTranslation("studio");
  const { t: common } = useTranslation("common");
  const count = ids?.length ?? 1;
  return (
    <Dialog
      open={ids !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t(($) => $.deleteTitle, { count })}
      description={count === 1 ? t(($) => $.deleteText, { title }) : t(($) => $.deleteTextMany)}
      actions={
        <>
          <Button onClick={onClose}>{common(($) => $.cancel)}</Button>
          <Button variant="danger" busy={busy} onClick={() => ids && onDelete(ids)}>
            {common(($) => $.delete)}
          </Button>
        </>
      }
    />
  );
}
