package io.vidstead.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A video in its owner's studio.
 *
 * @param savedBytes estimate of what a ladder that is the same for all videos would take more
 */
record StudioVideo(
        @JsonUnwrapped VideoCard card, String stage, int progress, Instant updatedAt, long fileSize, long savedBytes) {}
