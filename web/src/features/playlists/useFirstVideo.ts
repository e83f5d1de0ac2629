import { useInfiniteQuery } from "@tanstack/react-query";
import { entriesOf } from "./order";
import { playlistVideosQuery } from "./queries";

/** The first video of a list that the reader may see. */
export function useFirstVideo(id: string, shuffle?: number): string | undefined {
  const { data } = useInfiniteQuery(playlistVideosQuery(id, shuffle));
  return entriesOf(data).find((entry) => entry.video !== null)?.video?.video_id;
}
