package io.vidstead.comments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vidstead.kernel.Problem;
import java.util.Locale;

/** What happens to new comments below a video. */
enum Policy {
    OPEN,
    /** Every one waits for the owner. */
    HELD,
    /** There are none; what was written before stays. */
    CLOSED;

    @JsonCreator
    static Policy fromString(String text) {
        for (Policy policy : values()) {
            if (policy.toString().equals(text)) {
                return policy;
            }
        }
        throw Problem.caller("bad_policy", "A policy is open, held or closed.");
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
