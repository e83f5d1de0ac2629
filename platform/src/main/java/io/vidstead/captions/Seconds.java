package io.vidstead.captions;

import java.time.Duration;

/** Times as the API writes them: seconds with three decimals. */
final class Seconds {

    /** Captions may go on for so long; what WebVTT's hours hold here. */
    static final Duration MOST = Duration.ofHours(1000);

    private Seconds() {}

    static double of(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** @param seconds from 0 to {@link #MOST} */
    static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
