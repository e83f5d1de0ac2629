import { screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Comment, Video } from "@/api/types";
import { en as common } from "@/lib/i18n/en";
import { refuseSecondPage } from "@/testing/endlessList";
import { renderInSite } from "@/testing/renderInSite";
import { withTexts } from "@/testing/withTexts";
import { en } from "./i18n/en";
import { Thread } from "./Thread";
import type { CommentActions } from "./useCommentActions";

beforeAll(() => withTexts({ common, comments: en }));
afterEach(() => vi.unstubAllGlobals());

test("answers of which the next page does not come say so and ask once, also for one that is looked for", async () => {
  const asked = refuseSecondPage({ comments: [{ comment_id: "r", user: null, is_deleted: true }] });
  const comment = { comment_id: "c", user: null, is_deleted: true, reply_count: 60 } as Comment;
  renderInSite(
    <Thread comment={comment} video={{ video_id: "v" } as Video} actions={{} as CommentActions} open linked="far" />,
  );
  await screen.findByRole("button", { name: common.retry });
  expect(await asked()).toBe(1);
});
