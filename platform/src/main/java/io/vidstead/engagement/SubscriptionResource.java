package io.vidstead.engagement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/channels/{username}/subscription}: the caller's own. */
@Path("/api/v1/channels/{username}/subscription")
@RunOnVirtualThread
class SubscriptionResource {

    /** So many channels one may follow; it bounds what a feed costs. */
    static final int MOST = 5_000;

    private static final Rate RATE = new Rate(2, Duration.ofSeconds(1), 60);

    /** @param bell personalised when left out */
    record Wish(@Nullable String bell) {}

    /**
     * @param bell null without a subscription
     * @param subscriberCount the channel's, with the caller's own subscription in it
     */
    record Outcome(boolean subscribed, @Nullable Bell bell, long subscriberCount) {}

    private final Transactions transactions;
    private final Accounts accounts;
    private final SubscriptionStore store;
    private final Events events;
    private final RateLimiter limiter;
    private final Clock clock;
    private final Caller caller;

    SubscriptionResource(
            Transactions transactions,
            Accounts accounts,
            SubscriptionStore store,
            Events events,
            RateLimiter limiter,
            Clock clock,
            Caller caller) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.store = store;
        this.events = events;
        this.limiter = limiter;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    public Outcome get(@PathParam("username") String username) {
        UserId user = caller.require();
        Profile channel = channel(username);
        return transactions.read(handle -> outcome(handle, user, channel));
    }

    /** Subscribes or sets the bell; the same again changes nothing. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Outcome subscribe(@PathParam("username") String username, @NotNull @Valid Wish wish) {
        Bell bell = wish.bell() == null ? Bell.PERSONALISED : Bell.ofCode(wish.bell());
        return change(username, (tx, user, channel) -> {
            if (store.find(tx, user, channel).isEmpty() && store.countOf(tx, user) >= MOST) {
                throw Problem.conflict("too_many_subscriptions", "Nobody can follow more than " + MOST + " channels.");
            }
            if (store.subscribe(tx, user, channel, bell, clock.instant())) {
                tell(tx, new SubscriptionChanged(user, channel, true, bell));
            }
        });
    }

    /** Nothing happens where there is no subscription. */
    @DELETE
    public Outcome unsubscribe(@PathParam("username") String username) {
        return change(username, (tx, user, channel) -> {
            if (store.unsubscribe(tx, user, channel)) {
                tell(tx, new SubscriptionChanged(user, channel, false, Bell.NONE));
            }
        });
    }

    @FunctionalInterface
    private interface Change {
        void make(Handle tx, UserId user, UserId channel);
    }

    private Outcome change(String username, Change change) {
        UserId user = caller.require();
        if (limiter.attempt("subscriptions:" + user, RATE) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_changes", "Subscriptions change too often.", limited.retryAfter());
        }
        Profile channel = channel(username);
        if (channel.userId().equals(user)) {
            throw Problem.caller("own_channel", "Nobody can subscribe to their own channel.");
        }
        return transactions.call(tx -> {
            change.make(tx, user, channel.userId());
            return outcome(tx, user, channel);
        });
    }

    private void tell(Handle tx, SubscriptionChanged changed) {
        events.add(tx, SubscriptionChanged.TOPIC, changed.channel().toString(), changed.userId(), changed);
    }

    private Outcome outcome(Handle handle, UserId user, Profile channel) {
        Bell bell = store.find(handle, user, channel.userId()).orElse(null);
        return new Outcome(
                bell != null, bell, channel.subscriberCount() + store.uncounted(handle, user, channel.userId()));
    }

    private Profile channel(String username) {
        return accounts.byUsername(username)
                .orElseThrow(() -> Problem.notFound("channel_not_found", "There is no such channel."));
    }
}
