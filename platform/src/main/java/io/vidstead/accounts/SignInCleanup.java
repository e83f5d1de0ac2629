package io.vidstead.accounts;

import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets tokens that have expired, and sign-ins whose last one has. */
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
        transactions.run(tx -> {
            SignInStore.deleteExpiredTokens(tx, clock.instant());
            SignInStore.deleteEnded(tx);
        });
    }
}
