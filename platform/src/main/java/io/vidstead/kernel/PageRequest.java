package io.vidstead.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a caller wants: by number, or after an opaque cursor, which wins.
 *
 * <p>Numbered pages end at the 10,000th row: deeper ones cost the database too much; cursors have no end.
 */
public record PageRequest(int page, int limit, Optional<String> cursor) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    private static final int MAX_OFFSET = 10_000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.caller("bad_limit", "limit must be from 1 to " + MAX_LIMIT + ".");
        }
        if (page < 1 || (page - 1L) * limit > MAX_OFFSET) {
            throw Problem.caller("bad_page", "page must be from 1 on and within the first 10,000 entries; use cursor.");
        }
    }

    /** Reads the query parameters {@code page}, {@code limit} and {@code cursor}. */
    public static PageRequest of(@Nullable Integer page, @Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(
                page == null ? 1 : page,
                limit == null ? DEFAULT_LIMIT : limit,
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()));
    }

    public int offset() {
        return (page - 1) * limit;
    }
}
