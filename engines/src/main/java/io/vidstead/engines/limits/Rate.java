package io.vidstead.engines.limits;

import java.time.Duration;

/**
 * So many in such a time: up to {@code burst} at once, refilled evenly at {@code permits} a {@code period}.
 *
 * @param burst how many may come at once after a long rest
 */
public record Rate(int permits, Duration period, int burst) {

    /** No key needs longer to get its whole burst back; engines may forget one that was not used for so long. */
    public static final Duration LONGEST_REST = Duration.ofHours(2);

    public Rate {
        if (permits < 1 || burst < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("a rate has positive parts");
        }
        if (period.dividedBy(permits).multipliedBy(burst).compareTo(LONGEST_REST) > 0) {
            throw new IllegalArgumentException("a burst comes back within " + LONGEST_REST);
        }
    }

    /** As many at once as in the whole period. */
    public static Rate of(int permits, Duration period) {
        return new Rate(permits, period, permits);
    }

    /** Nanoseconds from one permit to the next. */
    long interval() {
        return Math.max(1, period.toNanos() / permits);
    }
}
