package io.vidstead.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails as often as its key says ({@code name-2}: twice) and keeps count. */
@ApplicationScoped
class CountingJob implements Job {

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test-counting";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public int maxAttempts() {
        return 3;
    }

    @Override
    public Duration firstBackoff() {
        return Duration.ofMillis(1);
    }

    @Override
    public void run(String key) throws Exception {
        int failures = Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
        if (runs.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet() <= failures) {
            throw new Exception("asked to fail");
        }
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        givenUp.add(key + ": " + cause.getMessage());
    }

    int runs(String key) {
        AtomicInteger count = runs.get(key);
        return count == null ? 0 : count.get();
    }

    List<String> givenUp() {
        return givenUp;
    }
}
