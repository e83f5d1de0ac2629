package io.vidstead.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The {@code pagination} member of every list. The cursor is null on the last page. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pagination(
        int page,
        int limit,
        long total,
        boolean hasMore,
        @Nullable String nextCursor) {}
