package io.vidstead.history;

import io.vidstead.engines.timelines.Timelines;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets watch events after 90 days, and notes of what was to be forgotten once no such event can come any more. */
@ApplicationScoped
class OldWatchEventsJob implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Timelines timelines;
    private final Transactions transactions;
    private final HistoryStore entries;
    private final Clock clock;

    OldWatchEventsJob(Timelines timelines, Transactions transactions, HistoryStore entries, Clock clock) {
        this.timelines = timelines;
        this.transactions = transactions;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "history.old-watch-events";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        timelines.deleteBefore(WatchEvent.KIND, clock.instant().minus(KEPT));
        transactions.run(tx -> entries.deleteForgottenBefore(tx, clock.instant().minus(KEPT)));
    }
}
