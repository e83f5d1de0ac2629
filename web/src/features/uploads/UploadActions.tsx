import { Link } from "@tanstack/react-router";
import { FolderOpen, Pause, Play, RotateCcw, SquarePen, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { IconButton, iconButtonClass } from "@/ui/IconButton";
import { toast, toastError } from "@/ui/toast";
import type { VideoState } from "../processing/videoState";
import { queue } from "./queue";
import { retryable, type Upload } from "./upload";

interface UploadActionsProps {
  upload: Upload;
  state: VideoState | undefined;
  name: string;
}

/** What can be done about an upload now: only what makes sense in its phase. */
export function UploadActions({ upload, state, name }: UploadActionsProps) {
  const { t } = useTranslation("uploads");
  const { phase, id } = upload;
  const going = phase.kind === "sending" || phase.kind === "queued" || phase.kind === "waiting";
  const over = phase.kind === "sent" || (phase.kind === "failed" && phase.failure.code === "expired");
  return (
    <div className="flex shrink-0">
      {going && upload.place ? (
        <IconButton label={t(($) => $.pause)} icon={<Pause aria-hidden size={20} />} onClick={() => queue.pause(id)} />
      ) : null}
      {phase.kind === "paused" ? (
        <IconButton label={t(($) => $.resume)} icon={<Play aria-hidden size={20} />} onClick={() => queue.resume(id)} />
      ) : null}
      {phase.kind === "failed" && retryable(phase.failure) ? (
        <IconButton
          label={t(($) => $.retry)}
          icon={<RotateCcw aria-hidden size={20} />}
          onClick={() => queue.resume(id)}
        />
      ) : null}
      {phase.kind === "interrupted" ||
      (phase.kind === "failed" && phase.failure.code === "unreadable" && upload.place) ? (
        <ChooseAgain upload={upload} />
      ) : null}
      {upload.place && phase.kind === "sent" && state?.kind !== "failed" ? (
        <Link
          to="/studio/$videoId"
          params={{ videoId: upload.place.videoId }}
          aria-label={t(($) => $.studio)}
          data-tooltip={t(($) => $.studio)}
          data-tooltip-at="end"
          className={iconButtonClass}
        >
          <SquarePen aria-hidden size={20} />
        </Link>
      ) : null}
      {over || (phase.kind === "failed" && !upload.place) ? (
        <IconButton
          label={t(($) => $.dismiss)}
          tooltip="end"
          icon={<X aria-hidden size={20} />}
          onClick={() => queue.forget(id)}
        />
      ) : (
        <Cancel upload={upload} name={name} />
      )}
    </div>
  );
}

function ChooseAgain({ upload }: { upload: Upload }) {
  const { t } = useTranslation("uploads");
  const input = useRef<HTMLInputElement>(null);
  const attach = async (file: File) => {
    if (await queue.attach(upload.id, file)) return;
    toastError(t(($) => $.wrongFile, { name: file.name, wanted: upload.fileName }));
  };
  return (
    <>
      <Button variant="primary" onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden size={18} />
        {t(($) => $.chooseAgain)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="file-again"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void attach(file);
        }}
      />
    </>
  );
}

/** Asks first once bytes are on the server: they cannot be brought back. */
function Cancel({ upload, name }: { upload: Upload; name: string }) {
  const { t } = useTranslation("uploads");
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const cancel = async () => {
    try {
      await queue.cancel(upload.id);
      toast(t(($) => $.cancelled));
    } catch (error) {
      toastError(t(($) => $.notCancelled, { reason: problemText(error) }));
    }
  };
  return (
    <>
      <IconButton
        label={t(($) => $.cancel)}
        tooltip="end"
        icon={<X aria-hidden size={20} />}
        onClick={() => (upload.sentBytes > 0 ? setAsking(true) : void cancel())}
      />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t(($) => $.cancelTitle)}
        description={t(($) => $.cancelText, { name })}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t(($) => $.cancelKeep)}</Button>
            <Button variant="danger" onClick={() => void cancel()}>
              {t(($) => $.cancel)}
            </Button>
          </>
        }
      />
    </>
  );
}
