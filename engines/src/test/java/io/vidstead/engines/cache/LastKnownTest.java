package io.vidstead.engines.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.FakeTicker;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastKnownTest {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final FakeTicker ticker = new FakeTicker();
    private final LastKnown<String, Integer> known = LastKnown.create(
            new CaffeineCaches(ticker),
            "test",
            FRESH,
            Duration.ofMinutes(10),
            100,
            ticker,
            UncheckedIOException.class::isInstance);
    private final AtomicInteger value = new AtomicInteger();

    private LastKnown.Known<Integer> get() {
        return known.get("k", _ -> value.incrementAndGet());
    }

    private LastKnown.Known<Integer> getWhileAway() {
        return known.get("k", _ -> {
            throw new UncheckedIOException(new java.io.IOException("away"));
        });
    }

    @Test
    void whileLoadingSucceedsItIsACache() {
        assertThat(get().value()).isEqualTo(1);
        assertThat(get().value()).isEqualTo(1);
        ticker.advance(FRESH);
        assertThat(get().value()).isEqualTo(2);
        assertThat(get().age()).isEmpty();
    }

    @Test
    void theLastValueIsGivenWhileItCannotBeLoadedAnewAndSaidToBeOld() {
        get();
        ticker.advance(FRESH.multipliedBy(3));
        assertThat(getWhileAway().value()).isEqualTo(1);
        assertThat(getWhileAway().age()).contains(Duration.ofSeconds(6));
        assertThat(get().value()).isEqualTo(2);
        assertThat(get().age()).isEmpty();
        ticker.advance(Duration.ofMinutes(11));
        assertThatThrownBy(this::getWhileAway).as("too old").isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatIsNoOutageIsThrown() {
        get();
        ticker.advance(FRESH);
        assertThatThrownBy(() -> known.get("k", _ -> {
                    throw new IllegalArgumentException("the caller's fault");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasInvalidatedDoesNotComeBack() {
        get();
        known.invalidate("k");
        assertThatThrownBy(this::getWhileAway).isInstanceOf(UncheckedIOException.class);
        get();
        known.invalidateAll();
        assertThatThrownBy(this::getWhileAway).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aLoadFromBeforeAnInvalidationIsNotRemembered() {
        known.get("k", _ -> {
            known.invalidate("k");
            return 7;
        });
        ticker.advance(FRESH);
        assertThatThrownBy(this::getWhileAway).isInstanceOf(UncheckedIOException.class);
    }
}
