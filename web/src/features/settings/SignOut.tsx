import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, session, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { toast, toastError } from "@/ui/toast";

export function SignOut() {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const leave = async (message: string) => {
    await navigate({ to: "/" });
    await session.signOut();
    toast(message);
  };
  const everywhere = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/auth/logout-everywhere")),
    onSuccess: () => leave(t(($) => $.signedOutEverywhere)),
    onError: (error) => toastError(problemText(error)),
    onSettled: () => setAsking(false),
  });
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => void leave(t(($) => $.signedOut))}>{t(($) => $.signOutHere)}</Button>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t(($) => $.signOutEverywhere)}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t(($) => $.confirmTitle)}
        description={t(($) => $.confirmText)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common(($) => $.cancel)}</Button>
            <Button variant="danger" busy={everywhere.isPending} onClick={() => everywhere.mutate()}>
              {t(($) => $.signOutEverywhere)}
            </Button>
          </>
        }
      />
    </div>
  );
}
