package io.vidstead.engines.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A cache that remembers what it gave: when a value cannot be loaded because something is away, the last one is given again,
 * and called old.
 *
 * <p><b>Freshness:</b> as of {@link Cache} while loading succeeds. An invalidation forgets what was remembered, too: nothing
 * that was changed or taken away on this node comes back, also not from a load that had begun before. <b>Failure:</b> what is
 * no outage, or has nothing remembered, is thrown as it is.
 */
public final class LastKnown<K, V> {

    /**
     * A value.
     *
     * @param age how long ago it was loaded if it is old; absent: it is as fresh as the cache keeps it
     */
    public record Known<V>(V value, Optional<Duration> age) {}

    private record Kept<V>(V value, long loadedAt) {}

    private final Cache<K, V> fresh;
    private final Cache<K, Kept<V>> kept;
    private final Predicate<Throwable> outage;
    private final Ticker ticker;
    private final Object lock = new Object();
    /** How often something was invalidated. */
    private long epoch;

    private LastKnown(Cache<K, V> fresh, Cache<K, Kept<V>> kept, Predicate<Throwable> outage, Ticker ticker) {
        this.fresh = fresh;
        this.kept = kept;
        this.outage = outage;
        this.ticker = ticker;
    }

    /**
     * @param timeToLive of fresh values
     * @param remembered how long an old one may still be given
     * @param ticker monotonic nanoseconds
     * @param outage whether a loader's exception says that something is away, so that the old value will do
     */
    public static <K, V> LastKnown<K, V> create(
            Caches caches,
            String name,
            Duration timeToLive,
            Duration remembered,
            long maximumSize,
            Ticker ticker,
            Predicate<Throwable> outage) {
        return new LastKnown<>(
                caches.create(name, timeToLive, maximumSize),
                caches.create(name + ".last", remembered, maximumSize),
                outage,
                ticker);
    }

    public Known<V> get(K key, Function<? super K, ? extends V> loader) {
        try {
            return new Known<>(fresh.get(key, missing -> load(missing, loader)), Optional.empty());
        } catch (RuntimeException e) {
            if (!outage.test(e)) {
                throw e;
            }
            return kept.find(key)
                    .map(last ->
                            new Known<>(last.value(), Optional.of(Duration.ofNanos(ticker.read() - last.loadedAt()))))
                    .orElseThrow(() -> e);
        }
    }

    public void invalidate(K key) {
        synchronized (lock) {
            epoch++;
            kept.invalidate(key);
        }
        fresh.invalidate(key);
    }

    public void invalidateAll() {
        synchronized (lock) {
            epoch++;
            kept.invalidateAll();
        }
        fresh.invalidateAll();
    }

    private V load(K key, Function<? super K, ? extends V> loader) {
        long begun;
        synchronized (lock) {
            begun = epoch;
        }
        V value = loader.apply(key);
        synchronized (lock) {
            if (begun == epoch) {
                kept.put(key, new Kept<>(value, ticker.read()));
            }
        }
        return value;
    }
}
