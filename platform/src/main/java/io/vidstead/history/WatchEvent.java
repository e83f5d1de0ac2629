package io.vidstead.history;

import io.vidstead.engines.timelines.Timeline;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that a player did while somebody watched. */
final class WatchEvent {

    static final String TOPIC = "video.watch";
    static final String KIND = "watch_events";

    static final Set<String> TYPES = Set.of("play", "pause", "seek", "end", "quality", "stall");

    private WatchEvent() {}

    /**
     * What the event in the log carries, and the timeline's entry; user and time are in their envelopes.
     *
     * @param sessionId the player's name for this playing of the video
     * @param watchPosition where in the video, seconds
     * @param duration of the video, seconds
     * @param quality what plays from now on; of {@code quality} only
     * @param stalled for how long nothing moved, seconds; of {@code stall} only
     */
    record Payload(
            VideoId videoId,
            String sessionId,
            String eventType,
            double watchPosition,
            double duration,
            @Nullable String quality,
            @Nullable Double stalled) {}

    static Timeline timeline(UserId viewer) {
        return new Timeline(KIND, viewer.toString());
    }
}
