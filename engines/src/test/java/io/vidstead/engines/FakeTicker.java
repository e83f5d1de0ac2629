package io.vidstead.engines;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic time that stands still until it is moved. */
public final class FakeTicker implements Ticker {

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    @Override
    public long read() {
        return nanos.get();
    }

    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
