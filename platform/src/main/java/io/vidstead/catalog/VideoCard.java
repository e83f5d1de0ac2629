package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A video in a list.
 *
 * @param duration whole seconds
 * @param thumbnailPlaceholder a tiny {@code data:} URI or an average colour
 * @param watchPosition seconds; null for anonymous viewers and videos not begun
 */
public record VideoCard(
        VideoId videoId,
        String title,
        long duration,
        long viewCount,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable String thumbnailUrl,
        @Nullable String previewUrl,
        @Nullable String thumbnailPlaceholder,
        Author user,
        @Nullable String category,
        String privacy,
        String status,
        @Nullable Integer watchPosition) {

    /** The same, begun by its viewer. */
    public VideoCard watched(@Nullable Integer position) {
        return position == null
                ? this
                : new VideoCard(
                        videoId,
                        title,
                        duration,
                        viewCount,
                        createdAt,
                        publishedAt,
                        thumbnailUrl,
                        previewUrl,
                        thumbnailPlaceholder,
                        user,
                        category,
                        privacy,
                        status,
                        position);
    }
}
