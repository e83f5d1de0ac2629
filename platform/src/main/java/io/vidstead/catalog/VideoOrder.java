package io.vidstead.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The orders of lists; ties go by id. */
enum VideoOrder {
    NEWEST("v.published_at", "timestamptz", true),
    POPULAR("c.view_count", "bigint", true),
    LATEST("v.created_at", "timestamptz", true),
    OLDEST("v.created_at", "timestamptz", false),
    TITLE("lower(v.title)", "text", false),
    VIEWS("c.view_count", "bigint", true);

    private final String column;
    private final String type;
    private final boolean descending;

    VideoOrder(String column, String type, boolean descending) {
        this.column = column;
        this.type = type;
        this.descending = descending;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<VideoOrder> find(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }

    /** The sort key as text that {@link #after} reads back without loss. */
    String key() {
        return "(" + column + ")::text";
    }

    String after() {
        return "(%s, v.video_id) %s (cast(:after as %s), :afterId)".formatted(column, descending ? "<" : ">", type);
    }

    String orderBy() {
        String direction = descending ? "desc" : "asc";
        return "order by %s %s, v.video_id %s".formatted(column, direction, direction);
    }
}
