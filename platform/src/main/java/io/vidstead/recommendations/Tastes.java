package io.vidstead.recommendations;

import io.vidstead.engagement.Subscriptions;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.ChoiceStore.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is known of viewers, and what they decide about it. Every change is seen by the next answer of this server. */
@ApplicationScoped
class Tastes {

    private static final int SIGNALS = 200;
    private static final int REFUSALS = 2_000;
    private static final int FOLLOWED = 200;

    private final Transactions transactions;
    private final SignalStore signals;
    private final ChoiceStore choices;
    private final Subscriptions subscriptions;
    private final Invalidations invalidations;
    private final Clock clock;

    Tastes(
            Transactions transactions,
            SignalStore signals,
            ChoiceStore choices,
            Subscriptions subscriptions,
            Invalidations invalidations,
            Clock clock) {
        this.transactions = transactions;
        this.signals = signals;
        this.choices = choices;
        this.subscriptions = subscriptions;
        this.invalidations = invalidations;
        this.clock = clock;
    }

    /** Four statements; for whoever switched personalisation off, refusals alone are of account. */
    Taste find(UserId user) {
        return transactions.read(handle -> {
            Choices chosen = choices.find(handle, user);
            List<Signal> known = chosen.personalised() ? signals.latest(handle, user, SIGNALS) : List.of();
            Set<VideoId> videos = new HashSet<>();
            Set<UserId> channels = new HashSet<>();
            for (Refusal refusal : choices.refusals(handle, user, REFUSALS)) {
                switch (refusal) {
                    case Refusal.OfVideo(VideoId video) -> videos.add(video);
                    case Refusal.OfChannel(UserId channel) -> channels.add(channel);
                }
            }
            List<UserId> followed = chosen.personalised() ? subscriptions.channelsOf(user, FOLLOWED) : List.of();
            return new Taste(chosen, known, videos, channels, followed);
        });
    }

    /** Switched off, all that was learned is deleted; switched on, nothing of before is learned. */
    void choose(UserId user, UnaryOperator<Choices> change) {
        transactions.run(tx -> {
            Choices before = choices.find(tx, user);
            Choices after = change.apply(before);
            boolean switched = before.personalised() != after.personalised();
            Instant now = clock.instant();
            Choices kept = after.personalised() ? after : new Choices(false, after.weights(), Set.of());
            choices.put(tx, user, kept, switched ? now : null);
            if (switched) {
                signals.forget(tx, user, Optional.empty(), now);
            }
            tx.afterCommit(() -> invalidations.changed(user));
        });
    }

    /** All that was learned and all that was refused is deleted; what was chosen, the categories excepted, stays. */
    void reset(UserId user) {
        transactions.run(tx -> {
            Instant now = clock.instant();
            Choices before = choices.find(tx, user);
            choices.put(tx, user, new Choices(before.personalised(), before.weights(), Set.of()), now);
            signals.forget(tx, user, Optional.empty(), now);
            choices.allow(tx, user, Optional.empty());
            tx.afterCommit(() -> invalidations.changed(user));
        });
    }

    void forget(UserId user, VideoId video) {
        transactions.run(tx -> {
            signals.forget(tx, user, Optional.of(video), clock.instant());
            tx.afterCommit(() -> invalidations.changed(user));
        });
    }

    void refuse(UserId user, Refusal refusal) {
        transactions.run(tx -> {
            choices.refuse(tx, user, refusal, clock.instant());
            tx.afterCommit(() -> invalidations.changed(user));
        });
    }

    void allow(UserId user, Refusal refusal) {
        transactions.run(tx -> {
            choices.allow(tx, user, Optional.of(refusal));
            tx.afterCommit(() -> invalidations.changed(user));
        });
    }
}
