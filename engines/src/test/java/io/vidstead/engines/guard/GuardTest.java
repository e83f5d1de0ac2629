package io.vidstead.engines.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.FakeTicker;
import io.vidstead.engines.guard.RefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GuardTest {

    private static final Duration REST = Duration.ofSeconds(5);
    private static final int CLOSED = 0;
    private static final int HALF_OPEN = 1;
    private static final int OPEN = 2;

    /** What the engine throws when it is away. */
    private static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super(cause);
        }
    }

    private final FakeTicker ticker = new FakeTicker();
    private final Guards guards = new Guards(ticker);
    private final Guard guard = guards.create(
            "engine", new Guard.Options(2, Duration.ZERO, REST), new Guard.Manner(Away.class::isInstance, Away::new));
    private final AtomicInteger calls = new AtomicInteger();

    private void fail() {
        assertThatThrownBy(() -> guard.call(() -> {
                    calls.incrementAndGet();
                    throw new Away(null);
                }))
                .isInstanceOf(Away.class);
    }

    private void open() {
        for (int i = 0; i < Guard.FAILURES; i++) {
            fail();
        }
        assertThat(guard.state()).isEqualTo(OPEN);
    }

    private static Reason reason(Throwable thrown) {
        return ((RefusedException) thrown.getCause()).reason();
    }

    @Test
    void answersAndExceptionsPassUnchanged() throws IOException {
        assertThat(guard.call(() -> "answer")).isEqualTo("answer");
        assertThat(guard.within(REST, () -> "late answer")).isEqualTo("late answer");
        IOException own = new IOException("the caller's stream");
        assertThatThrownBy(() -> guard.<String, IOException>stream(() -> {
                    throw own;
                }))
                .isSameAs(own);
        IllegalStateException other = new IllegalStateException();
        assertThatThrownBy(() -> guard.within(REST, () -> {
                    throw other;
                }))
                .isSameAs(other);
    }

    @Test
    void anEngineThatKeepsFailingIsLeftAloneAndTriedAgainOnce() {
        open();
        int before = calls.get();
        assertThatThrownBy(() -> guard.call(calls::incrementAndGet)).satisfies(thrown -> {
            assertThat(reason(thrown)).isEqualTo(Reason.OPEN);
            assertThat(((RefusedException) thrown.getCause()).retryAfter()).isEqualTo(REST);
        });
        assertThat(calls).as("not called").hasValue(before);
        ticker.advance(REST);
        fail();
        assertThat(guard.state()).as("its trial failed").isEqualTo(OPEN);
        ticker.advance(REST);
        assertThat(guard.call(() -> "well")).isEqualTo("well");
        assertThat(guard.state()).isEqualTo(CLOSED);
        for (int i = 1; i < Guard.FAILURES; i++) {
            fail();
        }
        assertThat(guard.state()).as("what was before does not count").isEqualTo(CLOSED);
        assertThat(guard.refused(Reason.OPEN)).isEqualTo(1);
        assertThat(guard.failures()).isEqualTo(2L * Guard.FAILURES);
    }

    @Test
    void someFailuresAmongManyCallsDoNotOpen() {
        for (int i = 0; i < 10 * Guard.WINDOW; i++) {
            if (i % 3 == 0) {
                fail();
            } else {
                guard.call(() -> "well");
            }
        }
        assertThat(guard.state()).isEqualTo(CLOSED);
    }

    @Test
    void whatTheCallerDidWrongIsNoFailure() {
        for (int i = 0; i < 2 * Guard.WINDOW; i++) {
            assertThatThrownBy(() -> guard.call(() -> {
                        throw new IllegalArgumentException("the caller's fault");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(guard.state()).isEqualTo(CLOSED);
        assertThat(guard.failures()).isZero();
    }

    @Test
    void whileOneTriesTheOthersAreRefused() throws Exception {
        open();
        ticker.advance(REST);
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Thread trial = Thread.startVirtualThread(() -> guard.call(() -> {
            trying.countDown();
            return await(answer);
        }));
        trying.await();
        assertThat(guard.state()).isEqualTo(HALF_OPEN);
        assertThatThrownBy(() -> guard.call(() -> "second"))
                .satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(Reason.OPEN));
        answer.countDown();
        trial.join();
        assertThat(guard.state()).isEqualTo(CLOSED);
    }

    @Test
    void aTrialThatNeverEndsDoesNotKeepTheDoorShut() throws Exception {
        open();
        ticker.advance(REST);
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> guard.stream(() -> {
            trying.countDown();
            return await(never);
        }));
        trying.await();
        ticker.advance(REST);
        assertThat(guard.call(() -> "well")).isEqualTo("well");
        assertThat(guard.state()).isEqualTo(CLOSED);
        never.countDown();
        slow.join();
    }

    @Test
    void aCallFromBeforeDoesNotJudgeTheRecoveredEngine() throws Exception {
        CountDownLatch calling = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread old = Thread.startVirtualThread(() -> assertThatThrownBy(() -> guard.call(() -> {
                    calling.countDown();
                    await(end);
                    throw new Away(null);
                }))
                .isInstanceOf(Away.class));
        calling.await();
        open();
        ticker.advance(REST);
        guard.call(() -> "well");
        for (int i = 1; i < Guard.FAILURES; i++) {
            fail();
        }
        end.countDown();
        old.join();
        assertThat(guard.state()).isEqualTo(CLOSED);
    }

    @Test
    void noMoreCallsAtOnceThanThereArePlaces() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        Thread[] holders = new Thread[2];
        for (int i = 0; i < 2; i++) {
            holders[i] = Thread.startVirtualThread(() -> guard.call(() -> {
                inside.countDown();
                return await(end);
            }));
        }
        inside.await();
        assertThat(guard.inUse()).isEqualTo(2);
        assertThatThrownBy(() -> guard.call(() -> "third"))
                .satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(Reason.BUSY));
        assertThat(guard.stream(() -> "needs no place")).isEqualTo("needs no place");
        end.countDown();
        for (Thread holder : holders) {
            holder.join();
        }
        assertThat(guard.call(() -> "third")).isEqualTo("third");
        assertThat(guard.inUse()).isZero();
        assertThat(guard.refused(Reason.BUSY)).isEqualTo(1);
    }

    @Test
    void whoDoesNotAnswerInTimeIsWaitedForNoLongerButKeepsItsPlace() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        assertThatThrownBy(() -> guard.within(Duration.ofMillis(20), () -> {
                    await(end);
                    ended.countDown();
                    return "late";
                }))
                .satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(Reason.LATE));
        assertThat(guard.inUse()).isEqualTo(1);
        assertThat(guard.refused(Reason.LATE)).isEqualTo(1);
        assertThat(guard.failures()).isEqualTo(1);
        end.countDown();
        ended.await();
        while (guard.inUse() > 0) {
            Thread.onSpinWait();
        }
        assertThat(guard.state()).isEqualTo(CLOSED);
    }

    @Test
    void eachEngineHasOneGuard() {
        assertThat(guards.all()).containsExactly(guard);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guards.create(
                        "engine",
                        new Guard.Options(1, Duration.ZERO, REST),
                        new Guard.Manner(Away.class::isInstance, Away::new)));
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
