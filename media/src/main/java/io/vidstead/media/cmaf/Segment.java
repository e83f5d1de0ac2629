package io.vidstead.media.cmaf;

/**
 * A piece of a track that can be fetched and decoded by itself.
 *
 * @param offset first byte in the file
 * @param length number of bytes
 * @param durationTicks length in units of the track's timescale
 * @param keyLength how many of its bytes, from the first on, hold its headers and the picture it begins with; 0 where it does not
 *     begin with one that stands alone, or this is not known
 */
public record Segment(long offset, long length, long durationTicks, long keyLength) {

    /** One whose first picture nobody looked for. */
    public Segment(long offset, long length, long durationTicks) {
        this(offset, length, durationTicks, 0);
    }

    Segment withKey(long bytes) {
        return new Segment(offset, length, durationTicks, bytes);
    }
}
