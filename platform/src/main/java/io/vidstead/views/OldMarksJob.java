package io.vidstead.views;

import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets when views were counted. A day is kept, far more than a window, for heartbeats that wait in a log whose consumer
 * was away.
 */
@ApplicationScoped
class OldMarksJob implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Transactions transactions;
    private final ViewMarks marks;
    private final Clock clock;

    OldMarksJob(Transactions transactions, ViewMarks marks, Clock clock) {
        this.transactions = transactions;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "views.old-marks";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        transactions.run(tx -> marks.deleteBefore(tx, clock.instant().minus(KEPT)));
    }
}
