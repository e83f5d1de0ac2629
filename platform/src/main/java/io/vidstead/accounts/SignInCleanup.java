package io.vidstead.accounts;

import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets sign-ins whose last token has expired. */
@ApplicationScoped
class SignInCleanup implements RecurringJob {

    private final Transactions transactions;
    private final Clock clock;

    SignInCleanup(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "accounts-forget-sign-ins";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        transactions.run(tx -> SignInStore.deleteExpired(tx, clock.instant()));
    }
}
