package io.vidstead.comments;

import io.vidstead.kernel.Problem;
import java.util.Locale;

/** The orders of a list. Ids are sorted by time. */
enum CommentOrder {
    NEWEST("c.comment_id desc", "c.comment_id < :id"),
    OLDEST("c.comment_id", "c.comment_id > :id"),
    /** By the lower bound of the Wilson score; among equals the newest first. */
    TOP("c.rank desc, c.comment_id desc", "(c.rank, c.comment_id) < (:rank, :id)");

    private final String by;
    private final String behind;

    CommentOrder(String by, String behind) {
        this.by = by;
        this.behind = behind;
    }

    static CommentOrder of(String text) {
        for (CommentOrder order : values()) {
            if (order.code().equals(text)) {
                return order;
            }
        }
        throw Problem.caller("bad_sort", "sort must be newest, top or oldest.");
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** SQL of the order, {@code c} being the table. */
    String by() {
        return by;
    }

    /** SQL of what comes after the row with {@code :id} and {@code :rank}. */
    String behind() {
        return behind;
    }
}
