package io.vidstead.engines.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Caches in this JVM, each for itself: right for a single node. */
public final class CaffeineCaches implements Caches {

    private final Ticker ticker;

    public CaffeineCaches() {
        this(Ticker.systemTicker());
    }

    /** @param ticker monotonic nanoseconds */
    public CaffeineCaches(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public <K, V> Cache<K, V> create(String name, Duration timeToLive, long maximumSize) {
        return new CaffeineCache<>(Caffeine.newBuilder()
                .expireAfterWrite(timeToLive)
                .maximumSize(maximumSize)
                .ticker(ticker)
                .executor(Runnable::run)
                .build());
    }
}
