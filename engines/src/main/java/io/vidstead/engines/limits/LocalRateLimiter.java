package io.vidstead.engines.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits within this JVM: right for a single node.
 *
 * <p>Of each key it keeps one number, the time at which the key will have rested enough (the "theoretical arrival time"
 * of ITU-T I.371). An attempt moves it on by the interval of the rate; it is allowed while that is at most {@code burst}
 * intervals ahead. Attempts that meet at one key compare and set; no lock is held. A key that nobody used for {@link
 * Rate#LONGEST_REST} has rested, whatever its rate, and is forgotten.
 */
public final class LocalRateLimiter implements RateLimiter {

    private static final long MOST_KEYS = 500_000;

    private final Ticker ticker;
    private final Cache<String, AtomicLong> rested;

    public LocalRateLimiter() {
        this(Ticker.systemTicker());
    }

    /** @param ticker monotonic nanoseconds */
    public LocalRateLimiter(Ticker ticker) {
        this.ticker = ticker;
        this.rested = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(Rate.LONGEST_REST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Decision attempt(String key, Rate rate) {
        AtomicLong restedAt = rested.get(key, _ -> new AtomicLong(ticker.read()));
        while (true) {
            long seen = restedAt.get();
            long now = ticker.read();
            Decision decision = decide(rate, now, seen);
            if (decision instanceof Decision.Limited
                    || restedAt.compareAndSet(seen, now + ahead(now, seen) + rate.interval())) {
                return decision;
            }
        }
    }

    @Override
    public Decision look(String key, Rate rate) {
        AtomicLong restedAt = rested.getIfPresent(key);
        long now = ticker.read();
        return decide(rate, now, restedAt == null ? now : restedAt.get());
    }

    private static Decision decide(Rate rate, long now, long restedAt) {
        long ahead = ahead(now, restedAt);
        long room = rate.interval() * (rate.burst() - 1) - ahead;
        return room >= 0
                ? new Decision.Allowed((int) (room / rate.interval()), Duration.ofNanos(ahead + rate.interval()))
                : new Decision.Limited(Duration.ofNanos(-room), Duration.ofNanos(ahead));
    }

    private static long ahead(long now, long restedAt) {
        return Math.max(0, restedAt - now);
    }
}
