package io.vidstead.history;

import io.vidstead.catalog.VideoCard;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @Schema(name = "HistoryEntry")
    record Entry(
            VideoId videoId,
            boolean available,
            @Nullable VideoCard video,
            int watchPosition,
            boolean completed,
            Instant watchedAt) {}

    @Schema(name = "HistoryPage")
    record Page(List<Entry> videos, Pagination pagination) {}

    @Schema(name = "HistoryChoice")
    record Choice(boolean paused) {}
}
