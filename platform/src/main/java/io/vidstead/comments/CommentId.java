package io.vidstead.comments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hypersistence.tsid.TSID;
import io.vidstead.kernel.Problem;

/** A comment: a time-sorted 64-bit number, written as 13 characters of Crockford base32. */
public record CommentId(long value) implements Comparable<CommentId> {

    /** Reads a parameter; what is no id answers 404, like an id that does not exist. */
    @JsonCreator
    public static CommentId fromString(String text) {
        if (!TSID.isValid(text)) {
            throw Problem.notFound("comment_not_found", "There is no such comment.");
        }
        return new CommentId(TSID.from(text).toLong());
    }

    @Override
    public int compareTo(CommentId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return TSID.from(value).toString();
    }
}
