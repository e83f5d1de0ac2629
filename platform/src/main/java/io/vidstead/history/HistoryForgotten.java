package io.vidstead.history;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody took what they watched out of their history: one video, or all. Whoever learned from it forgets it. The payload
 * of {@link #TOPIC} as JSON; the key is the user's id.
 */
public record HistoryForgotten(UserId userId, Optional<VideoId> videoId, Instant at) {

    public static final String TOPIC = "account.forgotten";
}
