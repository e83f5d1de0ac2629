package io.vidstead.engines.timelines;

import java.util.regex.Pattern;

/**
 * The name of a timeline.
 *
 * @param kind what its entries are: up to 20 of a–z and {@code _}; entries of one kind are kept equally long
 * @param key whose they are, such as a user's id; up to 64 characters
 */
public record Timeline(String kind, String key) {

    private static final Pattern KIND = Pattern.compile("[a-z_]{1,20}");
    private static final int MAX_KEY = 64;

    public Timeline {
        requireKind(kind);
        if (key.isEmpty() || key.length() > MAX_KEY || key.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a timeline's key: " + key);
        }
    }

    static String requireKind(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of timeline: " + kind);
        }
        return kind;
    }
}
