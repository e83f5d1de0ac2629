package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.Collection;
import java.util.Map;

/** How far a viewer came in videos. Implemented by history. */
public interface WatchPositions {

    /** Seconds, for those of the videos the viewer has begun; one statement. */
    Map<VideoId, Integer> find(UserId viewer, Collection<VideoId> videos);
}
