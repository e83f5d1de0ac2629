package io.vidstead.media;

import java.time.Duration;

/**
 * How far an operation is.
 *
 * @param fraction 0 to 1
 * @param remaining estimated time to the end
 */
public record Progress(double fraction, Duration remaining) {
    public Progress {
        fraction = Math.clamp(fraction, 0, 1);
    }

    /** Told of progress about twice a second, on a thread of the operation; must return quickly. */
    @FunctionalInterface
    public interface Listener {
        Listener NONE = _ -> {};

        void progressed(Progress progress);
    }
}
