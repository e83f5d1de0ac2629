package io.vidstead.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a video's owner, on pages that are open, how far it is. */
@ApplicationScoped
class ProcessingNews {

    static final String TYPE = "processing";

    /**
     * Part of docs/realtime.md.
     *
     * @param stage the one that began; absent while one goes on
     */
    record Told(
            VideoId videoId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String stage,

            int progress,
            @Nullable Long estimatedTimeRemaining) {}

    private final Broadcasts broadcasts;

    ProcessingNews(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    void progressed(UserId owner, VideoId video, int percent, Optional<Duration> remaining) {
        Long seconds = remaining.map(Duration::toSeconds).orElse(null);
        broadcasts.send(Broadcasts.ofUser(owner), TYPE, new Told(video, null, percent, seconds));
    }

    void advanced(UserId owner, VideoId video, VideoState now) {
        broadcasts.send(Broadcasts.ofUser(owner), TYPE, new Told(video, now.stage(), 0, null));
    }
}
