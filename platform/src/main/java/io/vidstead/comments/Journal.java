package io.vidstead.comments;

import io.vidstead.catalog.VideoCounts;
import io.vidstead.comments.CommentEvent.Kind;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells of what happened: consumers by an event that commits with it, open pages by a broadcast after the commit.
 *
 * <p>Broadcasts are made one after the other on a thread of their own, because they may read people from the database while
 * whoever commits still holds a connection. When too many wait, further ones are left out.
 */
@ApplicationScoped
class Journal {

    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final int MOST_WAITING = 10_000;

    private final Events events;
    private final Broadcasts broadcasts;
    private final CommentRenderer renderer;
    private final VideoCounts counts;
    private final ExecutorService afterwards = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("comment-broadcasts").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    Journal(Events events, Broadcasts broadcasts, CommentRenderer renderer, VideoCounts counts) {
        this.events = events;
        this.broadcasts = broadcasts;
        this.renderer = renderer;
        this.counts = counts;
    }

    @PreDestroy
    void stop() {
        afterwards.shutdownNow();
    }

    /** @param mentions whom it concerns newly */
    void record(
            Handle tx, Kind kind, Comment comment, UserId videoOwner, @Nullable UserId actor, List<UserId> mentions) {
        CommentEvent event = new CommentEvent(
                kind,
                comment.id(),
                comment.video(),
                videoOwner,
                comment.author(),
                comment.parent(),
                comment.parentAuthor(),
                mentions,
                CommentText.excerpt(comment.content()));
        events.add(tx, CommentEvent.TOPIC, comment.video().value(), actor, event);
    }

    /** The whole comment, as anybody sees it; nothing of one that not everybody may see. */
    void show(Handle tx, String type, Comment comment) {
        if (comment.alive()) {
            var listed = new CommentLists.Listed(CommentLists.Place.LISTED, comment, 0);
            after(tx, () -> send(type, comment.video(), renderer.one(listed, Reader.anybody())));
        }
    }

    /** Only what changed of it. */
    void tell(Handle tx, String type, Comment comment, Map<String, Object> changed) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("comment_id", comment.id());
        data.put("parent_id", comment.parent());
        data.put("root_id", comment.root());
        data.putAll(changed);
        after(tx, () -> send(type, comment.video(), data));
    }

    /** The video has more comments now, or fewer. */
    void counted(Handle tx, VideoId video) {
        after(tx, () -> counts.announce(List.of(video)));
    }

    private void after(Handle tx, Runnable broadcast) {
        tx.afterCommit(() -> afterwards.execute(() -> {
            try {
                broadcast.run();
            } catch (RuntimeException e) {
                LOG.warn("open pages were not told of a comment", e);
            }
        }));
    }

    private void send(String type, VideoId video, Object data) {
        broadcasts.send(Broadcasts.ofVideo(video), type, data);
    }
}
