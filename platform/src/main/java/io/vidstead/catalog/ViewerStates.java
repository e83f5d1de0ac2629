package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import org.jspecify.annotations.Nullable;

/** How a viewer stands to a video and its channel. Implemented by engagement. */
public interface ViewerStates {

    /**
     * @param reaction {@code like} or {@code dislike}
     * @param subscription the bell's level when the viewer subscribes to the channel
     */
    record ViewerState(@Nullable String reaction, @Nullable String subscription) {}

    /** One statement. */
    ViewerState find(UserId viewer, VideoId video, UserId channel);
}
