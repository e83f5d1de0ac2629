package io.vidstead.playlists;

import io.vidstead.catalog.Privacy;
import io.vidstead.kernel.UserId;
import java.time.Instant;

/**
 * A list without its videos.
 *
 * @param invitation number of the newest invitation; counts up, so that a taken-back link stays worthless
 * @param open whether that invitation lets people in
 */
record Playlist(
        PlaylistId id,
        UserId owner,
        Kind kind,
        PlaylistDetails details,
        int invitation,
        boolean open,
        int videos,
        Instant created,
        Instant updated) {

    /** At most so many videos. */
    static final int MAX_VIDEOS = 5_000;

    enum Kind {
        /** Made by its owner. */
        OWN("own"),
        /** One a user; always private. */
        WATCH_LATER("watch_later");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Kind of(String code) {
            return code.equals(WATCH_LATER.code) ? WATCH_LATER : OWN;
        }
    }

    /** What somebody may do with a list; each may do what those before it may. */
    enum Access {
        NONE,
        VIEWER,
        COLLABORATOR,
        OWNER;

        boolean atLeast(Access other) {
            return compareTo(other) >= 0;
        }
    }

    Access access(boolean owner, boolean invited) {
        return access(owner, invited, details.privacy());
    }

    static Access access(boolean owner, boolean invited, Privacy privacy) {
        if (owner) {
            return Access.OWNER;
        }
        if (invited) {
            return Access.COLLABORATOR;
        }
        return privacy == Privacy.PRIVATE ? Access.NONE : Access.VIEWER;
    }
}
