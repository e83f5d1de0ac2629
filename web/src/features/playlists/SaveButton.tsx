import { useNavigate, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useSignedIn } from "@/api/client";
import { part } from "@/ui/part";

const SaveDialog = part(async () => (await import("./SaveDialog")).SaveDialog);

interface SaveButtonProps {
  video: { video_id: string; title: string };
  /** Renders what opens the dialog. */
  children: (open: () => void) => ReactNode;
}

/** Opens the dialog that saves a video to lists; who is not signed in signs in first. */
export function SaveButton({ video, children }: SaveButtonProps) {
  const [open, setOpen] = useState(false);
  const signedIn = useSignedIn();
  const navigate = useNavigate();
  const href = useRouterState({ select: (state) => state.location.href });
  const begin = () => {
    if (signedIn) setOpen(true);
    else void navigate({ to: "/login", search: { redirect: href } });
  };
  return (
    <>
      {children(begin)}
      {open ? <SaveDialog video={video} onClose={() => setOpen(false)} onMissing={() => setOpen(false)} /> : null}
    </>
  );
}
