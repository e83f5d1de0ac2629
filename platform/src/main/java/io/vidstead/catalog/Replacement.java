package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import java.time.Instant;

/**
 * A new file for a video that has one already.
 *
 * @param sizeBytes as declared
 * @param progress percent of the present stage
 * @param starts how often a worker began with it
 */
public record Replacement(VideoId videoId, State state, long sizeBytes, int progress, int starts, Instant begun) {

    /**
     * Where it stands. What is {@code Processing} ends by playing, and then there is no replacement any more; what is
     * {@code Refused} stays until its owner has read why, or sends another.
     */
    public sealed interface State {
        /** Bytes are arriving. */
        record Uploading() implements State {}

        /** It is whole, and being made playable. */
        record Processing(Original original) implements State {}

        /** The old file stays. */
        record Refused(String code, String detail) implements State {}

        /** The stable name in the API and in the database. */
        default String stage() {
            return switch (this) {
                case Uploading _ -> "uploading";
                case Processing _ -> "processing";
                case Refused _ -> "refused";
            };
        }

        /** Whether another file may take its place. */
        default boolean over() {
            return this instanceof Refused;
        }

        default boolean mayBecome(State next) {
            return switch (this) {
                case Uploading _ -> next instanceof Processing;
                case Processing _ -> next instanceof Refused || next.equals(this);
                case Refused _ -> next instanceof Uploading;
            };
        }
    }
}
