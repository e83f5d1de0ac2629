package io.vidstead.kernel.http;

import org.jspecify.annotations.Nullable;

/** Compares entity tags. */
public final class EntityTags {

    private EntityTags() {}

    /**
     * Whether an {@code If-None-Match} header names the tag, by weak comparison (RFC 9110 section 13.1.2).
     *
     * @param etag quoted, without {@code W/}
     */
    public static boolean anyMatches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",")) {
            String stripped = tag.strip();
            if (stripped.equals("*") || (stripped.startsWith("W/") ? stripped.substring(2) : stripped).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
