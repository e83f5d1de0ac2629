import { useRouter } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { session } from "@/api/client";
import { returnPath } from "./returnPath";

/** Leaves for where one came from once somebody is signed in: by this form, in another tab, or already. */
export function useLeaveWhenSignedIn(redirect: string | undefined): void {
  const router = useRouter();
  const { kind } = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => {
    if (kind === "unknown") void session.accessToken().catch(() => null);
    if (kind === "signed-in") router.history.replace(returnPath(redirect));
  }, [kind, redirect, router]);
}
