import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import type { RecommendedVideo } from "@/api/types";
import { Button, buttonClass } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Reason } from "./Reason";

interface WhyDialogProps {
  video: RecommendedVideo;
  open: boolean;
  onClose: () => void;
}

/** The reason in words, with the way to what it follows from. */
export function WhyDialog({ video, open, onClose }: WhyDialogProps) {
  const { t } = useTranslation("recommend");
  const { t: common } = useTranslation("common");
  const signedIn = useSignedIn();
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t(($) => $.why.title)}
      description={video.title}
      actions={
        <>
          {signedIn ? (
            <Link to="/taste" className={buttonClass("ghost")}>
              {t(($) => $.taste.title)}
            </Link>
          ) : null}
          <Button onClick={onClose}>{common(($) => $.close)}</Button>
        </>
      }
    >
      <p className="text-base text-pretty">
        <Reason reason={video.reason} onFollow={onClose} />
      </p>
    </Dialog>
  );
}
