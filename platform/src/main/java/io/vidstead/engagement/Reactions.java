package io.vidstead.engagement;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people think of videos, for other features. */
@ApplicationScoped
public class Reactions {

    /** A video that somebody likes. */
    public record Liked(VideoId videoId, Instant since) {}

    /** Later than anything that anybody likes. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Transactions transactions;
    private final ReactionStore store;

    Reactions(Transactions transactions, ReactionStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** What the user likes, the latest first; some may be gone or not to be seen meanwhile. One statement. */
    public List<Liked> likedBy(UserId user, Optional<Liked> after, int limit) {
        Instant before = after.map(Liked::since).orElse(END);
        String beforeVideo = after.map(last -> last.videoId().value()).orElse("");
        return transactions.read(handle -> store.liked(handle, user, before, beforeVideo, limit));
    }

    /** How many videos the user likes, counted up to 10,000. */
    public int countLikedBy(UserId user) {
        return transactions.read(handle -> store.countLiked(handle, user));
    }
}
