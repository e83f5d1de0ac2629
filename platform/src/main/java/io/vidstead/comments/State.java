package io.vidstead.comments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may see a comment: everybody, or its author and those who review it. */
enum State {
    APPROVED,
    HELD,
    REJECTED;

    static State of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
