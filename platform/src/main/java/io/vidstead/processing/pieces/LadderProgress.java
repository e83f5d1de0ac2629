package io.vidstead.processing.pieces;

import java.time.Duration;
import java.util.Optional;

/**
 * How far all pieces of a ladder are together.
 *
 * @param fraction 0 to 1
 * @param elapsed since the ladder was planned
 */
public record LadderProgress(double fraction, Duration elapsed) {

    private static final double WORTH_AN_ESTIMATE = 0.02;

    /** As long as so far for what is left. */
    public Optional<Duration> remaining() {
        return fraction < WORTH_AN_ESTIMATE
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (1 - fraction) / fraction)));
    }
}
