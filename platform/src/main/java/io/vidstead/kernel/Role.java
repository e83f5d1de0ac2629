package io.vidstead.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person may do on this site; each role may do all that the ones before it may. */
public enum Role {
    /** Anybody, signed in or not: may do what concerns themself. */
    USER,
    MODERATOR,
    ADMINISTRATOR;

    @JsonCreator
    public static Role fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
