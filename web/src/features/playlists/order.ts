import type { InfiniteData } from "@tanstack/react-query";
import type { PlaylistEntry, PlaylistVideos } from "@/api/types";

export type Pages = InfiniteData<PlaylistVideos>;

export const entriesOf = (pages: Pages | undefined): PlaylistEntry[] =>
  pages?.pages.flatMap((page) => page.videos) ?? [];

/** The entry behind which one stands once it was moved to `to`; null at the head. */
export function neighbourAt(entries: readonly PlaylistEntry[], id: string, to: number): string | null {
  const others = entries.filter((entry) => entry.item_id !== id);
  return to <= 0 ? null : (others[Math.min(to, others.length) - 1]?.item_id ?? null);
}

/** The same pages with one entry elsewhere; pages keep their lengths. */
export function moved(pages: Pages, id: string, to: number): Pages {
  const entries = entriesOf(pages);
  const entry = entries.find((each) => each.item_id === id);
  if (!entry) return pages;
  const order = entries.filter((each) => each !== entry);
  order.splice(to, 0, entry);
  let from = 0;
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const videos = order.slice(from, from + page.videos.length);
      from += page.videos.length;
      return { ...page, videos };
    }),
  };
}

/** The same pages without one entry. */
export function without(pages: Pages, id: string): Pages {
  const held = entriesOf(pages).some((entry) => entry.item_id === id);
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      videos: page.videos.filter((entry) => entry.item_id !== id),
      pagination: { ...page.pagination, total: page.pagination.total - (held ? 1 : 0) },
    })),
  };
}

/** What plays after a video: the next entry that may be seen. */
export function entryAfter(entries: readonly PlaylistEntry[], videoId: string): PlaylistEntry | undefined {
  const at = entries.findIndex((entry) => entry.video?.video_id === videoId);
  return at < 0 ? undefined : entries.slice(at + 1).find((entry) => entry.video !== null);
}

/** A number for a new shuffled order. */
export const newShuffle = (): number => Math.floor(Math.random() * 1_000_000);
