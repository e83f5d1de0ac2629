package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far processing is.
 *
 * @param progress percent of the present stage
 * @param fileKeptUntil when the file of a video that was refused will be deleted; null for others
 * @param estimatedTimeRemaining seconds; null while nobody knows
 */
record StatusPayload(
        VideoId videoId,
        String status,
        int progress,
        @Nullable Long estimatedTimeRemaining,
        String stage,
        boolean playable,
        List<String> renditions,
        VideoPayload.@Nullable Failure error,
        @Nullable Instant fileKeptUntil) {}
