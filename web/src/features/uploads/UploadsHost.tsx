import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Upload as UploadIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { Announcer } from "./Announcer";
import { filesOf, hasFiles } from "./dropped";
import { FollowSent } from "./FollowSent";
import { maxSizeQuery, takeIn } from "./intake";
import { queue, useUploads } from "./queue";
import { Tray } from "./Tray";

/** What uploads need on every page: the whole window as a drop zone, the tray, news for screen readers. Once, in the shell. */
export function UploadsHost() {
  const userId = useMe()?.user_id;
  const uploads = useUploads();
  const there = useLocation({ select: ({ pathname }) => pathname === "/upload" });
  useEffect(() => {
    if (userId) void queue.begin(userId);
  }, [userId]);
  return (
    <>
      <DropZone />
      {uploads.map((upload) => (upload.phase.kind === "sent" ? <FollowSent key={upload.id} upload={upload} /> : null))}
      {uploads.length > 0 && !there ? <Tray uploads={uploads} /> : null}
      <Announcer uploads={uploads} />
    </>
  );
}

function DropZone() {
  const { t } = useTranslation("uploads");
  const navigate = useNavigate();
  const { data: maxBytes } = useQuery(maxSizeQuery);
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering an inner element is told before leaving the outer one.
    let depth = 0;
    const show = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    const enter = (event: DragEvent) => hasFiles(event) && show(depth + 1);
    const leave = (event: DragEvent) => hasFiles(event) && show(depth - 1);
    const allow = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent) => {
      show(0);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void filesOf(event.dataTransfer).then((files) => takeIn(files, maxBytes ?? undefined));
      void navigate({ to: "/upload" });
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as "drop", listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as "drop", listener);
    };
  }, [maxBytes, navigate]);

  return over ? (
    <div className="fade pointer-events-none fixed inset-0 z-60 grid place-items-center bg-scrim p-6" aria-hidden>
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-panel border-2 border-dashed border-accent bg-canvas text-center">
        <span className="mb-3 grid size-28 place-items-center rounded-full bg-accent-soft text-accent">
          <UploadIcon size={48} strokeWidth={1.5} />
        </span>
        <p className="text-xl font-semibold">{t(($) => $.drop.overlay)}</p>
        <p className="text-base text-ink-muted">{t(($) => $.drop.overlayText)}</p>
      </div>
    </div>
  ) : null;
}
