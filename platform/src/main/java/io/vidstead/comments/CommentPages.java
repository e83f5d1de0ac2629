package io.vidstead.comments;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoChanged;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    record Page(List<CommentPayload> comments, Pagination pagination, String policy, long commentCount) {}

    private final Catalog catalog;
    private final Transactions transactions;
    private final CommentLists lists;
    private final CommentRenderer renderer;
    private final Cache<CommentQuery, Optional<Page>> firsts;

    CommentPages(
            Catalog catalog, Transactions transactions, CommentLists lists, CommentRenderer renderer, Caches caches) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.lists = lists;
        this.renderer = renderer;
        this.firsts = caches.create("comments.pages", KEPT, MAX_KEPT);
    }

    /**
     * As the caller sees it.
     *
     * @throws Problem not found, where there is no such video for the caller, or the comment that was asked about is none of
     *     this video's
     */
    Page page(CommentQuery query, Caller caller) {
        Optional<Page> kept = caller.userId().isEmpty() && query.equals(first(query.video(), query.order()))
                ? firsts.get(query, _ -> find(query, caller))
                : Optional.empty();
        return kept.orElseGet(() -> {
            Video video = catalog.requireVisible(caller, query.video());
            return read(query, video, Reader.of(caller, video));
        });
    }

    /** When the transaction has committed, nobody sees the video's comments as they were before. */
    void changed(Handle tx, VideoId video) {
        tx.afterCommit(() -> forget(video));
    }

    void changed(@Observes VideoChanged change) {
        forget(change.videoId());
    }

    private void forget(VideoId video) {
        for (CommentOrder order : CommentOrder.values()) {
            firsts.invalidate(first(video, order));
        }
    }

    private Optional<Page> find(CommentQuery query, Caller caller) {
        return catalog.find(query.video())
                .filter(video -> catalog.maySee(caller, video))
                .map(video -> read(query, video, Reader.anybody()));
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
