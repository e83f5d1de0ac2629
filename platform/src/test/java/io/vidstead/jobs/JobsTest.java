package io.vidstead.jobs;

import static io.vidstead.testing.ServerProcess.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Transactions;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PlatformTest
class JobsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Jobs jobs;

    @Inject
    CountingJob job;

    @Inject
    Transactions transactions;

    private static String key(int failures) {
        return UUID.randomUUID() + "-" + failures;
    }

    private void schedule(String key, Instant when) {
        transactions.run(tx -> jobs.schedule(tx, job, key, when));
    }

    @Test
    void aJobRunsOnceRightAfterItsTransaction() {
        String key = key(0);
        transactions.run(tx -> {
            jobs.schedule(tx, job, key, Instant.now());
            jobs.schedule(tx, job, key, Instant.now());
            assertThat(job.runs(key)).isZero();
        });
        await("the job", LIMIT, () -> job.runs(key) > 0);
        String next = key(0);
        schedule(next, Instant.now());
        await("a later job", LIMIT, () -> job.runs(next) > 0);
        assertThat(job.runs(key)).isEqualTo(1);
    }

    @Test
    void aJobOfARolledBackTransactionNeverRuns() {
        String key = key(0);
        assertThatThrownBy(() -> transactions.run(tx -> {
                    jobs.schedule(tx, job, key, Instant.now());
                    throw new IllegalStateException("roll back");
                }))
                .hasMessage("roll back");
        String next = key(0);
        schedule(next, Instant.now());
        await("a later job", LIMIT, () -> job.runs(next) > 0);
        assertThat(job.runs(key)).isZero();
    }

    @Test
    void aFailedJobIsTriedAgain() {
        String key = key(2);
        schedule(key, Instant.now());
        await("the third attempt", LIMIT, () -> job.runs(key) == 3);
    }

    @Test
    void aJobThatGoesOnFailingIsGivenUp() {
        String key = key(9);
        schedule(key, Instant.now());
        await("giving up", LIMIT, () -> job.givenUp().contains(key + ": asked to fail"));
        assertThat(job.runs(key)).isEqualTo(3);
    }

    @Test
    void aCancelledJobDoesNotRun() {
        String key = key(0);
        schedule(key, Instant.now().plusSeconds(2));
        transactions.run(tx -> jobs.cancel(tx, job, key));
        String next = key(0);
        schedule(next, Instant.now().plusSeconds(3));
        await("a later job", LIMIT, () -> job.runs(next) > 0);
        assertThat(job.runs(key)).isZero();
    }
}
