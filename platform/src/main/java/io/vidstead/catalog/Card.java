package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.Optional;

/**
 * A video as a list reads it.
 *
 * @param thumbnailFile the chosen picture's file name
 * @param previewFile the file name of the clip that cards play
 * @param expected when the present stage should be over
 * @param sortKey where it stands in the order it was read in
 */
record Card(
        VideoId id,
        UserId owner,
        String title,
        Optional<Category> category,
        Privacy privacy,
        VideoState state,
        int progress,
        Optional<Instant> expected,
        long durationMillis,
        long fileSize,
        long savedBytes,
        long views,
        Optional<String> thumbnailFile,
        Optional<String> placeholder,
        Optional<String> previewFile,
        Instant created,
        Instant updated,
        Optional<Instant> published,
        String sortKey) {}
