package io.vidstead.engines.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidstead.engines.limits.RateLimiter.Decision.Allowed;
import io.vidstead.engines.limits.RateLimiter.Decision.Limited;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} keeps. */
public abstract class RateLimiterContract {

    /** One a second, five at once. */
    private static final Rate RATE = new Rate(60, Duration.ofMinutes(1), 5);

    protected abstract RateLimiter limiter();

    /** Lets time pass for the limiter. */
    protected abstract void pass(Duration duration);

    @Test
    void a_burst_passes_and_then_the_rate_holds() {
        for (int remaining = 4; remaining >= 0; remaining--) {
            assertThat(limiter().attempt("k", RATE))
                    .isEqualTo(new Allowed(remaining, Duration.ofSeconds(5 - remaining)));
        }
        assertThat(limiter().attempt("k", RATE)).isEqualTo(new Limited(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        pass(Duration.ofMillis(400));
        assertThat(limiter().attempt("k", RATE))
                .isEqualTo(new Limited(Duration.ofMillis(600), Duration.ofMillis(4_600)));
        pass(Duration.ofMillis(600));
        assertThat(limiter().attempt("k", RATE)).isEqualTo(new Allowed(0, Duration.ofSeconds(5)));
        assertThat(limiter().attempt("k", RATE)).isInstanceOf(Limited.class);
    }

    @Test
    void refused_attempts_cost_nothing() {
        IntStream.range(0, 1_000).forEach(_ -> limiter().attempt("k", RATE));
        pass(Duration.ofSeconds(2));
        assertThat(limiter().attempt("k", RATE)).isEqualTo(new Allowed(1, Duration.ofSeconds(4)));
    }

    @Test
    void a_rest_fills_the_burst_and_not_more() {
        IntStream.range(0, 5).forEach(_ -> limiter().attempt("k", RATE));
        pass(Duration.ofDays(45));
        assertThat(limiter().attempt("k", RATE)).isEqualTo(new Allowed(4, Duration.ofSeconds(1)));
    }

    @Test
    void over_a_long_time_the_rate_is_exact() {
        int allowed = 0;
        for (int tenth = 0; tenth < 1_000; tenth++) {
            allowed += limiter().attempt("k", RATE) instanceof Allowed ? 1 : 0;
            pass(Duration.ofMillis(100));
        }
        assertThat(allowed).isEqualTo(5 + 99);
    }

    @Test
    void keys_are_independent() {
        IntStream.range(0, 9).forEach(_ -> limiter().attempt("a", RATE));
        assertThat(limiter().attempt("b", RATE)).isEqualTo(new Allowed(4, Duration.ofSeconds(1)));
    }

    @Test
    void looking_tells_what_an_attempt_would_get_and_costs_nothing() {
        for (int attempt = 0; attempt < 6; attempt++) {
            RateLimiter.Decision seen = limiter().look("k", RATE);
            assertThat(limiter().look("k", RATE)).isEqualTo(seen);
            assertThat(limiter().attempt("k", RATE)).isEqualTo(seen);
        }
        assertThat(limiter().look("k", RATE)).isInstanceOf(Limited.class);
    }

    @Test
    void a_key_that_was_long_unused_has_rested() {
        Rate slow = Rate.of(2, Rate.LONGEST_REST);
        limiter().attempt("k", slow);
        pass(Rate.LONGEST_REST.minusSeconds(1));
        assertThat(limiter().attempt("k", slow)).isEqualTo(new Allowed(1, Duration.ofHours(1)));
        pass(Rate.LONGEST_REST.plusSeconds(1));
        assertThat(limiter().look("k", slow)).isEqualTo(new Allowed(1, Duration.ofHours(1)));
    }

    @Test
    void concurrent_attempts_never_pass_more() throws Exception {
        AtomicInteger allowed = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 50)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    if (limiter().attempt("k", RATE) instanceof Allowed) {
                        allowed.incrementAndGet();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(allowed).hasValue(5);
    }

    @Test
    void a_rate_has_positive_parts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, Duration.ofSeconds(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ofSeconds(1), 0));
        assertThatIllegalArgumentException()
                .as("would be forgotten before it has rested")
                .isThrownBy(() -> new Rate(1, Duration.ofHours(1), 3));
    }
}
