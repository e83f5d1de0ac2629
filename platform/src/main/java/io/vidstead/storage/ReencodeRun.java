package io.vidstead.storage;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An order to encode videos anew.
 *
 * @param video the only one, where the scope says so
 * @param position id of the last video that was begun
 * @param seen how many were looked at, of the total
 * @param skipped those that needed nothing, or whose original is gone
 */
record ReencodeRun(
        long id,
        Scope scope,
        Optional<VideoId> video,
        String position,
        long seen,
        long encoded,
        long skipped,
        long failed,
        long total,
        UserId begunBy,
        Instant begun,
        Optional<Instant> ended,
        boolean cancelled) {

    /** Which videos. */
    enum Scope {
        ALL,
        /** Those whose ladder was planned by other settings than the present ones. */
        OUTDATED,
        VIDEO;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Scope of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
