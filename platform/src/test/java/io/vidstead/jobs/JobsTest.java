package io.vidstead.jobs;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Transactions;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Jobs that take seconds by design are all scheduled first: they wait beside each other. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
class JobsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String failingTwice = key(2);
    private final String failingOn = key(9);
    private final String cancelled = key(0);
    private final String afterCancelled = key(0);

    @Inject
    Jobs jobs;

    @Inject
    CountingJob job;

    @Inject
    HourlyJob hourly;

    @Inject
    Transactions transactions;

    private static String key(int failures) {
        return UUID.randomUUID() + "-" + failures;
    }

    private void schedule(String key, Instant when) {
        transactions.run(tx -> jobs.schedule(tx, job, key, when));
    }

    @BeforeAll
    void begin() {
        schedule(failingTwice, Instant.now());
        schedule(failingOn, Instant.now());
        schedule(cancelled, Instant.now().plusSeconds(2));
        transactions.run(tx -> jobs.cancel(tx, job, cancelled));
        schedule(afterCancelled, Instant.now().plusSeconds(3));
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
        await("the third attempt", LIMIT, () -> job.runs(failingTwice) == 3);
    }

    @Test
    void aJobThatGoesOnFailingIsGivenUp() {
        await("giving up", LIMIT, () -> job.givenUp().contains(failingOn + ": asked to fail"));
        assertThat(job.runs(failingOn)).isEqualTo(3);
    }

    @Test
    void aRecurringJobThatIsHastenedRunsWithoutItsInterval() {
        await("the run after the start", LIMIT, () -> hourly.runs() > 0);
        await("another", LIMIT, () -> {
            // One that has not quite ended is not hastened.
            transactions.run(tx -> jobs.hasten(tx, hourly, Instant.now()));
            return hourly.runs() > 1;
        });
    }

    @Test
    void aCancelledJobDoesNotRun() {
        await("a later job", LIMIT, () -> job.runs(afterCancelled) > 0);
        assertThat(job.runs(cancelled)).isZero();
    }
}
