package io.vidstead.jobs;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its runs; in a test's time it runs by itself but once. */
@Singleton
class HourlyJob implements RecurringJob {

    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public String name() {
        return "test-hourly";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        runs.incrementAndGet();
    }

    int runs() {
        return runs.get();
    }
}
