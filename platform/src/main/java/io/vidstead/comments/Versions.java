package io.vidstead.comments;

import io.vidstead.engines.timelines.Entry;
import io.vidstead.engines.timelines.Position;
import io.vidstead.engines.timelines.Timeline;
import io.vidstead.engines.timelines.Timelines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * What comments said before they were edited: a timeline each. A version is kept before the edit that replaces it commits, so
 * one may lie there that is still the present one; those are not listed.
 */
@ApplicationScoped
class Versions {

    /** Of one comment; nobody edits more often within reason, and older ones stay kept. */
    private static final int LISTED = 100;

    /** @param writtenAt when the comment began to say this */
    record Version(int version, String content, Instant writtenAt) {}

    private final Timelines timelines;

    Versions(Timelines timelines) {
        this.timelines = timelines;
    }

    void keep(Comment comment) {
        Instant written = comment.edited() == null ? comment.created() : comment.edited();
        timelines.append(
                new Entry(timeline(comment.id()), new Position(written, comment.version()), comment.content()));
    }

    /** Newest first, without the present one. */
    List<Version> list(Comment comment) {
        return timelines.list(timeline(comment.id()), null, LISTED).entries().stream()
                .filter(entry -> entry.position().id() < comment.version())
                .map(entry -> new Version(
                        (int) entry.position().id(),
                        entry.body(),
                        entry.position().time()))
                .toList();
    }

    void forget(CommentId comment) {
        timelines.deleteAll(timeline(comment));
    }

    private static Timeline timeline(CommentId comment) {
        return new Timeline("comment_versions", comment.toString());
    }
}
