package io.vidstead.comments;

import io.vidstead.kernel.Problem;
import java.util.Locale;

/** What of a channel's comments is looked through. */
enum ReviewFilter {
    HELD("c.state <> 'approved' and c.state = 'held'"),
    REJECTED("c.state <> 'approved' and c.state = 'rejected'"),
    /** Seen by everybody, and somebody minded. */
    REPORTED("c.report_count > 0 and c.state = 'approved'");

    private final String which;

    ReviewFilter(String which) {
        this.which = which;
    }

    static ReviewFilter of(String text) {
        for (ReviewFilter filter : values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(text)) {
                return filter;
            }
        }
        throw Problem.caller("bad_state", "state must be held, rejected or reported.");
    }

    /** SQL, in the words of the indexes. */
    String which() {
        return which;
    }
}
