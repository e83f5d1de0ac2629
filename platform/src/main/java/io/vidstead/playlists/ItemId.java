package io.vidstead.playlists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hypersistence.tsid.TSID;
import io.vidstead.kernel.Problem;

/** A video's place in a list. It says nothing about the video, so that it can stand for one that may not be seen. */
record ItemId(long value) {

    /** @throws Problem not found, as for an item that there is not */
    @JsonCreator
    static ItemId fromString(String text) {
        if (!TSID.isValid(text)) {
            throw notFound();
        }
        return new ItemId(TSID.from(text).toLong());
    }

    static Problem notFound() {
        return Problem.notFound("item_not_found", "There is no such item in this playlist.");
    }

    @JsonValue
    @Override
    public String toString() {
        return TSID.from(value).toString();
    }
}
