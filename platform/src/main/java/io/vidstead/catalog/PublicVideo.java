package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What discovery knows of a video that everybody may find.
 *
 * @param length zero where it is not known
 * @param height of the original in pixels; 0 where there is no picture
 * @param premium whether not everybody may play it
 */
public record PublicVideo(
        VideoId id,
        UserId owner,
        String title,
        String description,
        List<String> tags,
        Optional<Category> category,
        Optional<String> language,
        Duration length,
        int height,
        boolean premium,
        Instant published,
        long views,
        long likes,
        long dislikes) {}
