package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What discovery knows of a video that everybody may find. */
public record PublicVideo(
        VideoId id,
        UserId owner,
        String title,
        List<String> tags,
        Optional<Category> category,
        Optional<String> language,
        Duration length,
        Instant published,
        long views,
        long likes,
        long dislikes) {}
