package io.vidstead.media.cmaf;

/**
 * A run of bytes in a file.
 *
 * @param offset first byte
 * @param length number of bytes
 */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 0 || offset + length < 0) {
            throw new IllegalArgumentException("range " + offset + "+" + length);
        }
    }

    /** The byte after the last. */
    public long end() {
        return offset + length;
    }
}
