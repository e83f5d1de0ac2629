import { useNavigate, useRouterState } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useSignedIn } from "@/api/client";

const SaveDialog = lazy(async () => ({ default: (await import("./SaveDialog")).SaveDialog }));

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
      <Suspense fallback={null}>{open ? <SaveDialog video={video} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
