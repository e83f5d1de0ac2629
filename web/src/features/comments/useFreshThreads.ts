import { useIsMutating, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useMe } from "@/api/me";
import type { Comment } from "@/api/types";
import { useChannel } from "@/lib/realtime/useChannel";
import { applyLive } from "./applyLive";
import { addCached } from "./cached";
import { postKey } from "./useCommentActions";

/**
 * Listens to what is said while the page is open. A new thread goes into the list while its reader is not in there; what
 * would push away what they read waits until they ask for it.
 *
 * @param list where the threads stand
 * @param threads those that stand there
 */
export function useFreshThreads(videoId: string, list: RefObject<HTMLElement | null>, threads: readonly Comment[]) {
  const client = useQueryClient();
  const me = useMe();
  const posting = useIsMutating({ mutationKey: postKey(videoId) }) > 0;
  const [kept, setKept] = useState<readonly Comment[]>([]);
  const waiting = kept.filter((each) => !threads.some((thread) => thread.comment_id === each.comment_id));

  useChannel(`video:${videoId}`, (message) => {
    const thread = applyLive(client, videoId, message);
    if (message.type === "comment.deleted") {
      const { comment_id } = message.data as Comment;
      setKept((before) => before.filter((each) => each.comment_id !== comment_id));
    }
    // One's own comes with the answer to its request.
    if (thread === undefined || (posting && thread.user?.user_id === me?.user_id)) return;
    if (threads.length > 0 && isReading(list.current)) setKept((before) => [...before, thread]);
    else addCached(client, videoId, thread);
  });

  const wanted = useRef<string>(undefined);
  const show = () => {
    wanted.current = waiting.at(-1)?.comment_id;
    for (const thread of waiting) addCached(client, videoId, thread);
    setKept([]);
  };
  // Once they stand in the list, the reader's place is at the newest of them, which is the first: what is pinned, and
  // the thread that the address leads to, stand above it.
  useEffect(() => {
    const id = wanted.current;
    if (id === undefined || !threads.some((each) => each.comment_id === id)) return;
    wanted.current = undefined;
    const newest = list.current?.querySelector<HTMLElement>(`[data-comment="${id}"]`);
    newest?.scrollIntoView({ block: "nearest" });
    newest?.focus({ preventScroll: true });
  }, [threads, list]);
  return { count: waiting.length, show };
}

/** Whether the list is on the screen of somebody who has scrolled to it. */
const isReading = (list: HTMLElement | null): boolean =>
  list !== null && window.scrollY > 0 && list.getBoundingClientRect().top < window.innerHeight;
