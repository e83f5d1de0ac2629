package io.vidstead.engines.limits;

import java.time.Duration;

/**
 * So many in such a time: up to {@code burst} at once, refilled evenly at {@code permits} a {@code period}.
 *
 * @param burst how many may come at once after a long rest
 */
public record Rate(int permits, Duration period, int burst) {

    public Rate {
        if (permits < 1 || burst < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("a rate has positive parts");
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
