package io.vidstead.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may watch a video. */
public enum Privacy {
    /** Everybody; shown in lists. */
    PUBLIC,
    /** Everybody who has the address; in no list. */
    UNLISTED,
    /** Its owner and moderators. */
    PRIVATE;

    /** The name in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Privacy> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }
}
