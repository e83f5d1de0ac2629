package io.vidstead.storage;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A stored file that is not what it was, or is no more.
 *
 * @param video absent for pictures of channels
 * @param kind {@code original}, {@code rendition}, {@code thumbnail}, {@code derivative}, {@code captions} or {@code picture}
 * @param name of the rendition, or whatever tells it from others of its kind
 * @param settled when it was repaired
 */
record Damage(
        ObjectKey key,
        Optional<VideoId> video,
        String kind,
        String name,
        String reason,
        State state,
        Instant found,
        Optional<Instant> settled) {

    /** What became of it. */
    enum State {
        /** It is being made again. */
        REPAIRING,
        REPAIRED,
        /** It cannot be made again: a human must act. */
        LOST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
