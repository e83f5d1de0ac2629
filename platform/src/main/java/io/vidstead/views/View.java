package io.vidstead.views;

import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A viewer watched a video.
 *
 * @param viewer keyed hash of who it was
 */
record View(VideoId videoId, String viewer, Instant at) {

    static final String TOPIC = "video.views";

    /** So long after a counted view the same viewer's next one counts. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    /**
     * What the event carries; video and time are in its envelope.
     *
     * @param network keyed hash of where the viewer came from
     * @param accountAt when the viewer's account was made; null without one
     */
    record Payload(
            String viewer,
            @Nullable String network,
            @Nullable Instant accountAt) {}
}
