package io.vidstead.uploads;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hypersistence.tsid.TSID;
import io.vidstead.kernel.Problem;

/** An upload: a time-sorted 64-bit number, written as 13 characters of Crockford base32. */
public record UploadId(long value) {

    /** Reads a path parameter; what is no id answers 404, like an id that does not exist. */
    public static UploadId fromString(String text) {
        if (!TSID.isValid(text)) {
            throw notFound();
        }
        return new UploadId(TSID.from(text).toLong());
    }

    static Problem notFound() {
        return Problem.notFound("upload_not_found", "There is no such upload.");
    }

    @JsonValue
    @Override
    public String toString() {
        return TSID.from(value).toString();
    }
}
