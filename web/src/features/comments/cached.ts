import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Comment, CommentPage } from "@/api/types";
import { commentsKey, linkedKey, type Part } from "./queries";

type Pages = InfiniteData<CommentPage, string | null>;
type PageEdit = (page: CommentPage, index: number, count: number) => CommentPage;

/** Changes pages of all lists of a video's comments that are in memory. */
function editPages(client: QueryClient, videoId: string, edit: (part: Part) => PageEdit | undefined) {
  for (const [key, data] of client.getQueriesData<Pages>({ queryKey: commentsKey(videoId) })) {
    const change = edit(key[2] ?? {});
    if (!data || !change) continue;
    const pages = data.pages.map((page, index) => change(page, index, data.pages.length));
    client.setQueryData<Pages>(key, { ...data, pages });
  }
}

/** Changes comments wherever they are in memory, also where they are shown as a reply. */
export function editAll(client: QueryClient, videoId: string, change: (comment: Comment) => Comment) {
  const edit = (comment: Comment): Comment => {
    const changed = change(comment);
    return changed.replies.length === 0 ? changed : { ...changed, replies: changed.replies.map(edit) };
  };
  editPages(client, videoId, () => (page) => ({ ...page, comments: page.comments.map(edit) }));
  client.setQueriesData<Comment | null>({ queryKey: linkedKey(videoId) }, (thread) => thread && edit(thread));
}

/** Changes one comment wherever it is in memory. */
export const editCached = (client: QueryClient, videoId: string, id: string, change: (comment: Comment) => Comment) =>
  editAll(client, videoId, (comment) => (comment.comment_id === id ? change(comment) : comment));

/** Whether a comment is in some list. */
export const isCached = (client: QueryClient, videoId: string, id: string): boolean =>
  client
    .getQueriesData<Pages>({ queryKey: commentsKey(videoId) })
    .some(([, data]) => data?.pages.some((page) => page.comments.some((comment) => comment.comment_id === id)));

/** What a comment says and is now; what the reader knows better (their vote, what stands below it) stays. */
export const mergeCached = (client: QueryClient, videoId: string, news: Comment) =>
  editCached(client, videoId, news.comment_id, (known) => ({
    ...news,
    my_vote: known.my_vote,
    is_pinned: known.is_pinned,
    reply_count: known.reply_count,
    replies: known.replies,
  }));

/** What was added and dropped here: one's own deeds are told by the server once more, and must count once. */
const lately = new Map<string, "added" | "dropped">();

/**
 * Takes a new comment into the lists: one that begins a thread at their head, below what is pinned; an answer at the end of
 * its thread, as far as that was read to its end.
 */
export function addCached(client: QueryClient, videoId: string, comment: Comment): void {
  if (lately.get(comment.comment_id) === "added" || isCached(client, videoId, comment.comment_id)) {
    mergeCached(client, videoId, comment);
    return;
  }
  lately.set(comment.comment_id, "added");
  editPages(client, videoId, (part) => {
    if (comment.root_id === null) return part.sort === undefined ? undefined : atHead(comment);
    return part.root_id === comment.root_id ? atEnd(comment) : undefined;
  });
  if (comment.root_id !== null && comment.status === "approved") countReplies(client, videoId, comment, 1);
}

const atHead =
  (comment: Comment): PageEdit =>
  (page, index) => {
    if (index > 0) return page;
    const pinned = page.comments.filter((each) => each.is_pinned);
    return { ...page, comments: [...pinned, comment, ...page.comments.filter((each) => !each.is_pinned)] };
  };

const atEnd =
  (comment: Comment): PageEdit =>
  (page, index, count) =>
    index === count - 1 && !page.pagination.has_more ? { ...page, comments: [...page.comments, comment] } : page;

/** A comment was deleted: nothing is left of it, or a stone where something stands below it. */
export function dropCached(client: QueryClient, videoId: string, gone: Gone): void {
  if (lately.get(gone.comment_id) === "dropped") return;
  lately.set(gone.comment_id, "dropped");
  editCached(client, videoId, gone.comment_id, buried);
  if (gone.reply_count === 0) {
    editPages(client, videoId, () => (page) => ({
      ...page,
      comments: page.comments.filter((comment) => comment.comment_id !== gone.comment_id),
    }));
  }
  if (gone.root_id) countReplies(client, videoId, gone, -1);
}

/** It was not deleted after all. */
export const undrop = (id: string): void => void lately.delete(id);

export interface Gone {
  comment_id: string;
  parent_id: string | null;
  root_id: string | null;
  reply_count: number;
}

/** What begins the thread counts all below it; what was answered counts it as well. */
function countReplies(
  client: QueryClient,
  videoId: string,
  { parent_id, root_id }: Pick<Comment, "parent_id" | "root_id">,
  number: number,
) {
  editAll(client, videoId, (each) =>
    each.comment_id === root_id || each.comment_id === parent_id
      ? { ...each, reply_count: Math.max(0, each.reply_count + number) }
      : each,
  );
}

/** One comment of a video is pinned at most. It stays where it is: nothing moves under the reader's eyes. */
export const pinCached = (client: QueryClient, videoId: string, id: string, pinned: boolean) =>
  editAll(client, videoId, (comment) => {
    const now = comment.comment_id === id ? pinned : comment.is_pinned && !pinned;
    return now === comment.is_pinned ? comment : { ...comment, is_pinned: now };
  });

/** How many comments the video has, replies among them. */
export const countCached = (client: QueryClient, videoId: string, count: number) =>
  editPages(client, videoId, () => (page, index) => (index === 0 ? { ...page, comment_count: count } : page));

/** All lists of a video's comments as they are now, to put them back. */
export const remember = (client: QueryClient, videoId: string) => [
  ...client.getQueriesData<Pages>({ queryKey: commentsKey(videoId) }),
  ...client.getQueriesData<Comment | null>({ queryKey: linkedKey(videoId) }),
];

export function putBack(client: QueryClient, lists: ReturnType<typeof remember>) {
  for (const [key, data] of lists) client.setQueryData(key, data);
}

/** The comment with another vote of the reader's, its counts moved along. */
export function voted(comment: Comment, vote: Comment["my_vote"]): Comment {
  const one = (kind: Comment["my_vote"]) => Number(vote === kind) - Number(comment.my_vote === kind);
  return {
    ...comment,
    my_vote: vote,
    like_count: comment.like_count + one("like"),
    dislike_count: comment.dislike_count + one("dislike"),
  };
}

/** What it looks like once it is deleted and something stands below it. */
const buried = (comment: Comment): Comment => ({
  ...comment,
  is_deleted: true,
  is_pinned: false,
  content: "",
  user: null,
  mentions: [],
});
