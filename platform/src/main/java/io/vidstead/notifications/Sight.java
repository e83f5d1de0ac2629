package io.vidstead.notifications;

import io.vidstead.catalog.Privacy;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.UserId;

/** Who may be told of a video. */
final class Sight {

    private Sight() {}

    static boolean maySee(Video video, UserId user) {
        return video.owner().equals(user)
                || (video.state().playable() && video.details().privacy() != Privacy.PRIVATE);
    }

    /** Whether subscribers are told of it. */
    static boolean isPublic(Video video) {
        return video.state().playable() && video.details().privacy() == Privacy.PUBLIC;
    }
}
