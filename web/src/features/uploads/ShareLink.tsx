import { Link } from "@tanstack/react-router";
import { Copy, Play } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "@/lib/copyText";
import { Button, buttonClass } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { toast } from "@/ui/toast";

interface ShareLinkProps {
  videoId: string;
  /** Private: the link leads nobody else anywhere. */
  secret: boolean;
}

/** The video's address, from the moment on at which it leads to a playing video. */
export function ShareLink({ videoId, secret }: ShareLinkProps) {
  const { t } = useTranslation("uploads");
  const { t: common } = useTranslation("common");
  const { t: details } = useTranslation("details");
  const label = useId();
  const url = new URL(`/watch/${videoId}`, window.location.origin).href;
  const copy = async () => {
    if (await copyText(url)) toast(common(($) => $.copied));
  };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <p id={label} className="basis-full font-medium">
        {secret ? details(($) => $.privacies.private.text) : t(($) => $.linkReady)}
      </p>
      <input
        readOnly
        value={url}
        aria-label={t(($) => $.link)}
        aria-describedby={label}
        onFocus={(event) => event.target.select()}
        className={`${controlClass} min-w-48 grow basis-0 bg-sunken`}
      />
      <Button onClick={() => void copy()}>
        <Copy aria-hidden size={18} />
        {common(($) => $.copyLink)}
      </Button>
      <Link to="/watch/$videoId" params={{ videoId }} className={buttonClass("primary")}>
        <Play aria-hidden size={18} />
        {t(($) => $.watch)}
      </Link>
    </div>
  );
}
