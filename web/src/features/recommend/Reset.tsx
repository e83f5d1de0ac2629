import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { toast } from "@/ui/toast";
import { useTaste } from "./useTaste";

/** Starts over, after a question. */
export function Reset() {
  const { t } = useTranslation("recommend");
  const { mutate, isPending } = useTaste();
  const [asking, setAsking] = useState(false);
  const reset = () =>
    mutate(
      { kind: "reset" },
      { onSuccess: () => toast(t(($) => $.taste.reset.done)), onSettled: () => setAsking(false) },
    );
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line py-8">
      <p className="text-pretty text-ink-muted">{t(($) => $.taste.reset.text)}</p>
      <Button variant="danger" onClick={() => setAsking(true)}>
        <RotateCcw aria-hidden size={18} />
        {t(($) => $.taste.reset.button)}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t(($) => $.taste.reset.title)}
        description={t(($) => $.taste.reset.confirm)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t(($) => $.taste.reset.keep)}</Button>
            <Button variant="danger" busy={isPending} onClick={reset}>
              {t(($) => $.taste.reset.button)}
            </Button>
          </>
        }
      />
    </div>
  );
}
