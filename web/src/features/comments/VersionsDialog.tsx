import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import type { Comment } from "@/api/types";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Skeleton } from "@/ui/Skeleton";
import { Ago } from "../videos/VideoFacts";
import { CommentBody } from "./CommentBody";
import { versionsQuery } from "./queries";

interface VersionsDialogProps {
  comment: Comment;
  duration: number;
  onClose: () => void;
}

/** What a comment says and what it said before, the newest first. For its author and those who review it. */
export function VersionsDialog({ comment, duration, onClose }: VersionsDialogProps) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery(versionsQuery(comment));
  const now = { version: comment.version, content: comment.content, written_at: comment.edited_at };
  return (
    <Dialog open onOpenChange={onClose} title={t(($) => $.versions.title)} description={t(($) => $.versions.text)}>
      {data ? (
        <ol className="flex flex-col divide-y divide-line">
          {[now, ...data.versions].map(({ version, content, written_at }) => (
            <li key={version} className="py-3">
              <p className="mb-1 text-sm text-ink-muted">
                {version === comment.version ? `${t(($) => $.versions.now)} · ` : null}
                {written_at ? <Ago time={written_at} /> : null}
              </p>
              <CommentBody comment={{ content, mentions: comment.mentions }} duration={duration} />
            </li>
          ))}
        </ol>
      ) : error ? (
        <div className="flex flex-col items-start gap-3">
          <p role="alert">{problemText(error)}</p>
          <Button onClick={() => void refetch()}>{common(($) => $.retry)}</Button>
        </div>
      ) : (
        <div aria-busy="true" className="flex flex-col gap-3 py-3">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-10" />
        </div>
      )}
    </Dialog>
  );
}
