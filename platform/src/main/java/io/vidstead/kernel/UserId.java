package io.vidstead.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hypersistence.tsid.TSID;
import java.time.Instant;
import java.util.Optional;

/** A user: a time-sorted 64-bit number, written as 13 characters of Crockford base32. */
public record UserId(long value) implements Comparable<UserId> {

    /** Reads a path or query parameter; what is no id answers 404, like an id that does not exist. */
    @JsonCreator
    public static UserId fromString(String text) {
        return parse(text).orElseThrow(() -> Problem.notFound("user_not_found", "There is no such user."));
    }

    /** Reads text that need not be an id. */
    public static Optional<UserId> parse(String text) {
        return TSID.isValid(text) ? Optional.of(new UserId(TSID.from(text).toLong())) : Optional.empty();
    }

    /** When the account was made, to the millisecond: the number begins with it. */
    public Instant since() {
        return TSID.from(value).getInstant();
    }

    @Override
    public int compareTo(UserId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return TSID.from(value).toString();
    }
}
