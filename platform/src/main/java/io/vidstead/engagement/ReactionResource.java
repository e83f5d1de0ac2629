package io.vidstead.engagement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoCounts;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/like}. */
@Path("/api/v1/videos/{id}/like")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReactionResource {

    private static final Rate RATE = new Rate(2, Duration.ofSeconds(1), 60);

    /** @param action like, dislike or remove */
    record Wish(@NotNull String action) {}

    /**
     * The counts with the caller's own reaction in them.
     *
     * @param dislikeCount null where the channel keeps it to itself
     */
    record Outcome(
            boolean success, long likeCount, @Nullable Long dislikeCount) {}

    private final Transactions transactions;
    private final Catalog catalog;
    private final VideoCounts counts;
    private final ReactionStore store;
    private final Events events;
    private final RateLimiter limiter;
    private final Clock clock;
    private final Caller caller;

    ReactionResource(
            Transactions transactions,
            Catalog catalog,
            VideoCounts counts,
            ReactionStore store,
            Events events,
            RateLimiter limiter,
            Clock clock,
            Caller caller) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.counts = counts;
        this.store = store;
        this.events = events;
        this.limiter = limiter;
        this.clock = clock;
        this.caller = caller;
    }

    /** The same again changes nothing and answers the same. */
    @POST
    public Outcome react(@PathParam("id") VideoId id, @NotNull @Valid Wish wish) {
        UserId user = caller.require();
        Reaction reaction = Reaction.ofAction(wish.action());
        if (limiter.attempt("reactions:" + user, RATE) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_reactions", "Reactions come too often.", limited.retryAfter());
        }
        Video video = catalog.requireVisible(caller, id);
        if (!video.state().playable()) {
            throw Problem.notFound("not_playable", "The video cannot be watched yet.");
        }
        return transactions.call(tx -> {
            if (store.set(tx, id, user, reaction, clock.instant())) {
                events.add(tx, ReactionChanged.TOPIC, id.value(), user, new ReactionChanged(id, user, reaction));
            }
            VideoCounts.Shown shown = counts.shownTo(user, tx, video, store.uncounted(tx, id, user));
            return new Outcome(true, shown.likes(), shown.dislikes());
        });
    }
}
