package io.vidstead.engines.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Limits within this JVM: right for a single node.
 *
 * <p>Of each key it keeps one number, the time at which the key will have rested enough (the "theoretical arrival time"
 * of ITU-T I.371). An attempt moves it on by the interval of the rate; it is allowed while that is at most {@code burst}
 * intervals ahead. A key that has rested is forgotten.
 */
public final class LocalRateLimiter implements RateLimiter {

    private static final long MOST_KEYS = 500_000;

    private final Ticker ticker;
    private final Cache<String, Long> rested;

    public LocalRateLimiter() {
        this(Ticker.systemTicker());
    }

    /** @param ticker monotonic nanoseconds */
    public LocalRateLimiter(Ticker ticker) {
        this.ticker = ticker;
        this.rested = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfter(Expiry.<String, Long>writing((_, restedAt) -> Duration.ofNanos(restedAt - ticker.read())))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Decision attempt(String key, Rate rate) {
        AtomicReference<Decision> decision = new AtomicReference<>(new Decision.Allowed(0));
        rested.asMap().compute(key, (_, restedAt) -> {
            long now = ticker.read();
            long ahead = restedAt == null ? 0 : Math.max(0, restedAt - now);
            decision.set(decide(rate, ahead));
            return decision.get() instanceof Decision.Allowed || restedAt == null
                    ? now + ahead + rate.interval()
                    : restedAt;
        });
        return decision.get();
    }

    private static Decision decide(Rate rate, long ahead) {
        long room = rate.interval() * rate.burst() - ahead;
        long allowed = room / rate.interval();
        return allowed >= 1
                ? new Decision.Allowed((int) allowed - 1)
                : new Decision.Limited(Duration.ofNanos(rate.interval() - room));
    }
}
