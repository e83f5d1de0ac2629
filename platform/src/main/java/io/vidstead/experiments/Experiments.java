package io.vidstead.experiments;

import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Says who gets which variant, and notes who has seen it. */
@ApplicationScoped
public class Experiments {

    private static final String RUNNING = "running";
    private static final Duration RUNNING_KEPT = Duration.ofSeconds(10);
    private static final Duration SEEN_KEPT = Duration.ofHours(1);
    private static final int MOST_SEEN = 20_000;

    private record Seen(long experiment, UserId user) {}

    private final ExperimentStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final Cache<String, Map<String, Experiment>> running;
    private final Cache<Seen, String> seen;

    Experiments(ExperimentStore store, Transactions transactions, Clock clock, Caches caches) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.running = caches.create("experiments.running", RUNNING_KEPT, 1);
        this.seen = caches.create("experiments.seen", SEEN_KEPT, MOST_SEEN);
    }

    /**
     * The variant that somebody is about to see; that they have is noted, outside of any transaction of the caller's. The usual
     * one where no experiment runs, and for those who take no part. Another server's begin or end is known in ten seconds.
     */
    public String variant(Trial trial, UserId user) {
        Experiment experiment =
                running.get(RUNNING, _ -> transactions.read(store::running)).get(trial.name());
        if (experiment == null) {
            return trial.variants().getFirst();
        }
        OptionalInt bucket = Buckets.variant(
                experiment.id(), user, experiment.percent(), trial.variants().size());
        if (bucket.isEmpty()) {
            return trial.variants().getFirst();
        }
        return seen.get(
                new Seen(experiment.id(), user),
                _ -> expose(experiment.id(), user, trial.variants().get(bucket.getAsInt())));
    }

    private String expose(long experiment, UserId user, String variant) {
        transactions.run(tx -> store.expose(tx, experiment, user, variant, clock.instant()));
        return variant;
    }

    /** One was begun or ended here. */
    void changed() {
        running.invalidateAll();
    }
}
