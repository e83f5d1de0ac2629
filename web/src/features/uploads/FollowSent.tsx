import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import { meQuery } from "@/api/me";
import { useVideoState } from "../processing/useVideoState";
import { isMoving, isPlayable } from "../processing/videoState";
import { queue } from "./queue";
import type { Upload } from "./upload";

/**
 * Follows the video of a sent upload on every page, and forgets the upload over a reload once nothing moves any more, or
 * at once when the video was deleted.
 */
export function FollowSent({ upload: { id, place, title } }: { upload: Upload }) {
  const { t } = useTranslation("uploads");
  const client = useQueryClient();
  const { state, gone } = useVideoState(place?.videoId);
  // Who is signed out does not find a private video either.
  const deleted = useSignedIn() && gone;
  const playable = state !== undefined && isPlayable(state);
  const settled = state !== undefined && !isMoving(state);
  useEffect(() => {
    if (playable) void client.invalidateQueries({ queryKey: ["videos"] });
  }, [client, playable]);
  useEffect(() => {
    if (!settled) return;
    queue.settled(id);
    void client.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
  }, [client, id, settled]);
  useEffect(() => {
    if (deleted) queue.forget(id);
  }, [deleted, id]);
  return (
    <p role="status" className="sr-only">
      {playable ? t(($) => $.said.playable, { name: title }) : ""}
    </p>
  );
}
