import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newsBetween } from "./news";
import type { Upload } from "./upload";

/** Uploads for ears: politely, and only what matters. */
export function Announcer({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation("uploads");
  const before = useRef(uploads);
  const [text, setText] = useState("");
  useEffect(() => {
    const news = newsBetween(before.current, uploads);
    before.current = uploads;
    if (news === null) return;
    setText(
      news.kind === "sending"
        ? t(($) => $.said.sending, { percent: news.percent })
        : t(($) => $.said[news.kind], { name: news.name }),
    );
  }, [uploads, t]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
