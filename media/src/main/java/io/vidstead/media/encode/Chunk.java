package io.vidstead.media.encode;

import java.util.OptionalLong;

/**
 * A run of a video's even frames that is encoded by itself.
 *
 * @param from first frame, at the begin of a segment
 * @param to the frame after the last; absent: as many as there are
 */
public record Chunk(long from, OptionalLong to) {
    /** All of a video. */
    public static final Chunk WHOLE = new Chunk(0, OptionalLong.empty());

    public Chunk {
        if (from < 0 || (to.isPresent() && to.getAsLong() <= from)) {
            throw new IllegalArgumentException("chunk from " + from + " to " + to);
        }
    }

    public static Chunk between(long from, long to) {
        return new Chunk(from, OptionalLong.of(to));
    }

    public static Chunk startingAt(long from) {
        return new Chunk(from, OptionalLong.empty());
    }
}
