package io.vidstead.engines.guard;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes guards, one an engine, and shows them to metrics. */
public final class Guards {

    private final Ticker ticker;
    private final List<Guard> all = new CopyOnWriteArrayList<>();

    public Guards() {
        this(Ticker.systemTicker());
    }

    /** @param ticker monotonic nanoseconds */
    public Guards(Ticker ticker) {
        this.ticker = ticker;
    }

    /** @param engine in metrics and messages; once each */
    public Guard create(String engine, Guard.Options options, Guard.Manner manner) {
        if (all.stream().anyMatch(guard -> guard.engine().equals(engine))) {
            throw new IllegalArgumentException("there is a guard of " + engine);
        }
        Guard guard = new Guard(engine, options, manner, ticker);
        all.add(guard);
        return guard;
    }

    public List<Guard> all() {
        return List.copyOf(all);
    }
}
