package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.jobs.Jobs;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Finds premium videos with files that became clear while the job for them was already at work. */
@ApplicationScoped
class ClearPremiumScan implements RecurringJob {

    private static final int MAX_AT_ONCE = 100;

    private final Catalog catalog;
    private final Transactions transactions;
    private final Jobs jobs;
    private final ProtectJob protect;
    private final Clock clock;

    ClearPremiumScan(Catalog catalog, Transactions transactions, Jobs jobs, ProtectJob protect, Clock clock) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.jobs = jobs;
        this.protect = protect;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clear-premium-scan";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        for (VideoId video : catalog.listClearPremium(MAX_AT_ONCE)) {
            transactions.run(tx -> jobs.schedule(tx, protect, video.value(), clock.instant()));
        }
    }
}
