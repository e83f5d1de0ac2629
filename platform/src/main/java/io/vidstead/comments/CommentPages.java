package io.vidstead.comments;

import io.vidstead.catalog.Video;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * Pages of comments. The first of a video, which everybody asks for who opens it, is kept for a moment as those see it who
 * are not signed in; what is written, voted or decided on this video drops it.
 */
@ApplicationScoped
class CommentPages {

    /** How late a change of a channel's policy or of somebody's name may be seen. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    private static final int MAX_KEPT = 1_000;

    /**
     * @param policy {@code open}, {@code held} or {@code closed} to new comments
     * @param commentCount all comments of the video, with replies
     */
    @Schema(name = "CommentPage")
    record Page(List<CommentPayload> comments, Pagination pagination, String policy, long commentCount) {}

    private final Transactions transactions;
    private final CommentLists lists;
    private final CommentRenderer renderer;
    private final Cache<CommentQuery, Page> firsts;

    CommentPages(Transactions transactions, CommentLists lists, CommentRenderer renderer, Caches caches) {
        this.transactions = transactions;
        this.lists = lists;
        this.renderer = renderer;
        this.firsts = caches.create("comments.pages", KEPT, MAX_KEPT);
    }

    /** @throws io.vidstead.kernel.Problem not found, where the comment that was asked about is none of this video's */
    Page page(CommentQuery query, Video video, Reader reader) {
        return reader.equals(Reader.anybody()) && query.equals(first(video.id(), query.order()))
                ? firsts.get(query, _ -> read(query, video, reader))
                : read(query, video, reader);
    }

    /** When the transaction has committed, nobody sees the video's comments as they were before. */
    void changed(Handle tx, VideoId video) {
        tx.afterCommit(() -> {
            for (CommentOrder order : CommentOrder.values()) {
                firsts.invalidate(first(video, order));
            }
        });
    }

    private static CommentQuery first(VideoId video, CommentOrder order) {
        return new CommentQuery(video, new CommentQuery.Part.Threads(), order, PageRequest.of(null, null, null));
    }

    private Page read(CommentQuery query, Video video, Reader reader) {
        CommentLists.Page read = transactions.read(handle -> lists.list(handle, query, video.owner(), reader.user()));
        if (!read.room().threadExists()) {
            throw Threads.notFound();
        }
        String next = read.more()
                ? read.last().map(last -> query.cursor(lists.cursors(), last)).orElse(null)
                : null;
        PageRequest request = query.page();
        return new Page(
                renderer.page(read.rows(), reader),
                new Pagination(request.page(), request.limit(), read.room().total(), read.more(), next),
                read.room().policy().toString(),
                read.room().comments());
    }
}
