package io.vidstead.catalog;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;

/** Who may see which video; what may not be seen does not exist for the caller. */
final class Visibility {

    private Visibility() {}

    static boolean toEverybody(Video video) {
        return video.state().playable() && video.details().privacy() != Privacy.PRIVATE;
    }

    static boolean to(Caller caller, Video video) {
        return toEverybody(video) || caller.is(video.owner()) || caller.role().atLeast(Role.MODERATOR);
    }
}
