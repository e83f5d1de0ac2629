package io.vidstead.playlists;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hypersistence.tsid.TSID;
import io.vidstead.kernel.Problem;

/** A list: a time-sorted 64-bit number, written as 13 characters of Crockford base32. */
record PlaylistId(long value) {

    /** @throws Problem not found, as for a list that there is not */
    static PlaylistId fromString(String text) {
        if (!TSID.isValid(text)) {
            throw notFound();
        }
        return new PlaylistId(TSID.from(text).toLong());
    }

    static Problem notFound() {
        return Problem.notFound("playlist_not_found", "There is no such playlist.");
    }

    @JsonValue
    @Override
    public String toString() {
        return TSID.from(value).toString();
    }
}
