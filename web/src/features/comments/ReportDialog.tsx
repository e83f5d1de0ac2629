import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { Comment } from "@/api/types";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";
import { toast, toastError } from "@/ui/toast";

const reasons = ["spam", "harassment", "hate", "violence", "sexual", "misinformation", "other"] as const;
type Reason = (typeof reasons)[number];

export function ReportDialog({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const [reason, setReason] = useState<Reason>("spam");
  const [note, setNote] = useState("");
  const report = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST("/api/v1/comments/{id}/report", {
          params: { path: { id: comment.comment_id } },
          body: { reason, note },
        }),
      ),
    onSuccess: () => {
      toast(t(($) => $.reported));
      onClose();
    },
    onError: (error) => toastError(t(($) => $.notDone, { reason: problemText(error) })),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(($) => $.reportDialog.title)}
      actions={
        <>
          <Button onClick={onClose}>{common(($) => $.cancel)}</Button>
          <Button variant="primary" busy={report.isPending} onClick={() => report.mutate()}>
            {t(($) => $.report)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t(($) => $.reportDialog.reason)}
          value={reason}
          onChange={(event) => setReason(reasons.find((each) => each === event.target.value) ?? "other")}
          options={reasons.map((each) => ({ value: each, label: t(($) => $.reportDialog[each]) }))}
        />
        <Textarea
          label={t(($) => $.reportDialog.note)}
          rows={3}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
