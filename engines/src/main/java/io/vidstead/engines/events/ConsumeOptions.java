package io.vidstead.engines.events;

import java.time.Duration;

/**
 * How a group consumes.
 *
 * @param batchSize the most events a call of the handler gets
 * @param maxAttempts how often a single event is tried before it goes to the dead-letter topic
 * @param firstBackoff the wait after the first failure of a single event; doubles each time
 * @param maxBackoff the longest such wait
 * @param pollInterval how often to look for events that other nodes appended; those of this node arrive at once
 */
public record ConsumeOptions(
        int batchSize, int maxAttempts, Duration firstBackoff, Duration maxBackoff, Duration pollInterval) {

    public static final ConsumeOptions DEFAULTS =
            new ConsumeOptions(500, 5, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(2));

    public ConsumeOptions {
        if (batchSize < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException("batchSize and maxAttempts begin at 1");
        }
        if (!firstBackoff.isPositive() || !maxBackoff.isPositive() || !pollInterval.isPositive()) {
            throw new IllegalArgumentException("waits are positive");
        }
    }

    public ConsumeOptions withBatchSize(int size) {
        return new ConsumeOptions(size, maxAttempts, firstBackoff, maxBackoff, pollInterval);
    }

    public ConsumeOptions withAttempts(int attempts, Duration first, Duration max) {
        return new ConsumeOptions(batchSize, attempts, first, max, pollInterval);
    }

    public ConsumeOptions withPollInterval(Duration interval) {
        return new ConsumeOptions(batchSize, maxAttempts, firstBackoff, maxBackoff, interval);
    }
}
