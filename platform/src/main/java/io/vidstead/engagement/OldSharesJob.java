package io.vidstead.engagement;

import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Forgets which shares were counted. A month is kept, far more than the day in which a share counts once, for events that
 * wait in a log whose consumer was away.
 */
@ApplicationScoped
class OldSharesJob implements RecurringJob {

    private static final int DAYS_KEPT = 30;

    private final Transactions transactions;
    private final ShareMarks marks;
    private final Clock clock;

    OldSharesJob(Transactions transactions, ShareMarks marks, Clock clock) {
        this.transactions = transactions;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "engagement.old-shares";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        transactions.run(tx -> marks.deleteBefore(tx, today.minusDays(DAYS_KEPT)));
    }
}
