package io.vidstead.uploads;

import java.time.Duration;

/**
 * How fast a sender must be. Time counts only while the server waits for the sender, so a slow disk is nobody's fault.
 *
 * @param window the waiting after which the bytes are looked at
 * @param bytesPerWindow a sender of fewer bytes in a window is cut off
 * @param stalledAfter a writer from whom nothing came for so long yields to a newcomer
 */
record Pace(Duration window, long bytesPerWindow, Duration stalledAfter) {

    /** About one kilobyte a second: the slowest mobile networks are faster. */
    static final Pace DEFAULT = new Pace(Duration.ofSeconds(15), 15 << 10, Duration.ofSeconds(4));
}
