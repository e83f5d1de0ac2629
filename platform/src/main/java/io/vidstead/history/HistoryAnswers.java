package io.vidstead.history;

import io.vidstead.catalog.VideoCard;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests about somebody's own history are answered. */
final class HistoryAnswers {

    private HistoryAnswers() {}

    /**
     * A video that was watched.
     *
     * @param video null when the viewer may not see it any more
     * @param watchPosition seconds
     * @param completed whether its end was reached once
     * @param watchedAt the last time
     */
    record Entry(
            VideoId videoId,
            boolean available,
            @Nullable VideoCard video,
            int watchPosition,
            boolean completed,
            Instant watchedAt) {}

    record Page(List<Entry> videos, Pagination pagination) {}

    record Choice(boolean paused) {}
}
