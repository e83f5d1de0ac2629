import { createFileRoute } from "@tanstack/react-router";
import { relatedQuery } from "@/features/recommend/queries";
import { videoQuery } from "@/features/videos/queries";
import { WatchPage } from "@/features/watch/WatchPage";
import { parseTimecode } from "@/lib/timecode";

export const Route = createFileRoute("/watch/$videoId")({
  validateSearch: ({
    t,
    list,
    shuffle,
    comment,
  }): { t?: string | number; list?: string; shuffle?: number; comment?: string } => ({
    ...(typeof t === "string" || typeof t === "number" ? { t } : {}),
    ...(typeof list === "string" || typeof list === "number" ? { list: String(list) } : {}),
    ...(typeof shuffle === "number" && Number.isInteger(shuffle) ? { shuffle } : {}),
    ...(typeof comment === "string" || typeof comment === "number" ? { comment: String(comment) } : {}),
  }),
  loader: ({ context: { queryClient }, params: { videoId } }) => {
    // The player's program, the video and its neighbours come side by side.
    void import("@/features/player/Player");
    void queryClient.prefetchQuery(videoQuery(videoId));
    void queryClient.prefetchQuery(relatedQuery(videoId));
  },
  component: Watch,
});

function Watch() {
  const { videoId } = Route.useParams();
  const { t, list, shuffle, comment } = Route.useSearch();
  const startAt = t === undefined ? undefined : parseTimecode(String(t));
  return <WatchPage videoId={videoId} startAt={startAt} list={list} shuffle={shuffle} comment={comment} />;
}
