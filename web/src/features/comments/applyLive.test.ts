import { type InfiniteData, QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import type { Comment, CommentPage } from "@/api/types";
import { applyLive } from "./applyLive";
import { addCached } from "./cached";
import { repliesQuery, threadsQuery } from "./queries";

const VIDEO = "AAAAAAAAAAA";
const someone = { user_id: "u1", username: "ada", display_name: "Ada", avatar_url: null };

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  comment_id: id,
  video_id: VIDEO,
  parent_id: null,
  root_id: null,
  user: someone,
  content: `says ${id}`,
  like_count: 0,
  dislike_count: 0,
  reply_count: 0,
  created_at: "2026-01-01T00:00:00Z",
  edited_at: null,
  is_edited: false,
  is_pinned: false,
  is_hearted: false,
  is_deleted: false,
  version: 1,
  status: "approved",
  reasons: [],
  my_vote: "none",
  in_reply_to: null,
  mentions: [],
  report_count: 0,
  replies: [],
  ...more,
});

const list = (comments: Comment[], has_more = false): InfiniteData<CommentPage, string | null> => ({
  pageParams: [null],
  pages: [
    {
      comments,
      pagination: { page: 1, limit: 20, total: comments.length, has_more, next_cursor: has_more ? "next" : null },
      policy: "open",
      comment_count: comments.length,
    },
  ],
});

let client: QueryClient;
const threads = threadsQuery(VIDEO, "top").queryKey;
const ids = () => client.getQueryData(threads)?.pages.flatMap((page) => page.comments.map((each) => each.comment_id));
const find = (id: string) => client.getQueryData(threads)?.pages[0]?.comments.find((each) => each.comment_id === id);
const hear = (type: string, data: unknown) => applyLive(client, VIDEO, { type, data });

beforeEach(() => {
  client = new QueryClient();
});

test("a thread that somebody began is given back, and then stands below what is pinned", () => {
  client.setQueryData(threads, list([comment("p1", { is_pinned: true }), comment("a1")]));
  const fresh = hear("comment.posted", comment("b1"));
  expect(fresh?.comment_id).toBe("b1");
  expect(ids()).toEqual(["p1", "a1"]);
  addCached(client, VIDEO, comment("b1"));
  expect(ids()).toEqual(["p1", "b1", "a1"]);
  expect(hear("comment.posted", comment("b1")), "told once more").toBeUndefined();
  expect(ids()).toEqual(["p1", "b1", "a1"]);
});

test("an answer is counted once, however often it is told, and stands at the end of its thread", () => {
  const answers = repliesQuery(VIDEO, "a2").queryKey;
  client.setQueryData(threads, list([comment("a2", { reply_count: 1 })]));
  client.setQueryData(answers, list([comment("r2", { root_id: "a2", parent_id: "a2" })]));
  const answer = comment("r3", { root_id: "a2", parent_id: "r2" });
  hear("comment.posted", answer);
  hear("comment.posted", answer);
  expect(find("a2")?.reply_count).toBe(2);
  expect(client.getQueryData(answers)?.pages[0]?.comments.map((each) => each.comment_id)).toEqual(["r2", "r3"]);
  const gone = { comment_id: "r3", parent_id: "r2", root_id: "a2", reply_count: 0 };
  hear("comment.deleted", gone);
  hear("comment.deleted", gone);
  expect(find("a2")?.reply_count).toBe(1);
  expect(client.getQueryData(answers)?.pages[0]?.comments.map((each) => each.comment_id)).toEqual(["r2"]);
});

test("what has answers leaves a stone, what has none goes", () => {
  client.setQueryData(threads, list([comment("a4", { reply_count: 2 }), comment("b4")]));
  hear("comment.deleted", { comment_id: "a4", parent_id: null, root_id: null, reply_count: 2 });
  hear("comment.deleted", { comment_id: "b4", parent_id: null, root_id: null, reply_count: 0 });
  expect(ids()).toEqual(["a4"]);
  expect(find("a4")).toMatchObject({ is_deleted: true, user: null, content: "" });
});

test("an edit leaves the reader's own vote, one pin takes the other's place, counts follow", () => {
  client.setQueryData(
    threads,
    list([comment("p5", { is_pinned: true }), comment("a5", { my_vote: "like", reply_count: 3 })]),
  );
  hear("comment.edited", comment("a5", { content: "otherwise", is_edited: true, version: 2 }));
  expect(find("a5")).toMatchObject({ content: "otherwise", is_edited: true, my_vote: "like", reply_count: 3 });
  hear("comment.liked", { comment_id: "a5", like_count: 7, dislike_count: 1 });
  expect(find("a5")?.like_count).toBe(7);
  hear("comment.pinned", { comment_id: "a5", is_pinned: true });
  expect([find("p5")?.is_pinned, find("a5")?.is_pinned]).toEqual([false, true]);
  expect(ids(), "nothing moves").toEqual(["p5", "a5"]);
  hear("counts", { comments: 12 });
  expect(client.getQueryData(threads)?.pages[0]?.comment_count).toBe(12);
});
