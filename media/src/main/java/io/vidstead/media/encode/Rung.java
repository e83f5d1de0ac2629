package io.vidstead.media.encode;

import io.vidstead.media.FrameRate;

/**
 * One video rendition to make.
 *
 * @param name {@code 720p}: the short side's nominal size; a suffix tells codings of one size apart
 * @param width even, in square pixels
 * @param height even, in square pixels
 * @param frameRate constant rate of the output
 * @param crf the constant rate factor, on the scale of the codec's encoder
 * @param maxBitrateBps cap of the bit rate
 */
public record Rung(
        String name, int width, int height, FrameRate frameRate, VideoCodec codec, int crf, int maxBitrateBps) {
    public Rung {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("size " + width + "x" + height);
        }
    }

    Rung withRate(int otherCrf, int otherMaxBitrateBps) {
        return new Rung(name, width, height, frameRate, codec, otherCrf, otherMaxBitrateBps);
    }

    public int shortSide() {
        return Math.min(width, height);
    }
}
