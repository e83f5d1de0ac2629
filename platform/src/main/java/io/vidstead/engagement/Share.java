package io.vidstead.engagement;

import io.vidstead.kernel.VideoId;
import java.time.LocalDate;

/**
 * A viewer shared a video. Counts once a viewer a video a day.
 *
 * @param viewer keyed hash of who it was
 * @param day in UTC
 */
record Share(VideoId videoId, String viewer, LocalDate day) {

    static final String TOPIC = "video.shares";

    /** What the event carries; video and time are in its envelope. */
    record Payload(String viewer) {}
}
