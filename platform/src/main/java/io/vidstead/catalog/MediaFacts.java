package io.vidstead.catalog;

import java.time.Duration;

/**
 * What probing found in the original.
 *
 * @param width,height as shown, that is after rotation; 0 where there is no picture
 * @param fps frames a second, 0 where there is no picture
 * @param videoCodec short name as ffmpeg gives it ({@code h264}), empty where there is no picture
 * @param audioCodec short name, empty where there is no sound
 * @param bitrateBps bits a second of the whole file
 */
public record MediaFacts(
        Duration duration, int width, int height, double fps, String videoCodec, String audioCodec, long bitrateBps) {
    public MediaFacts {
        if (duration.isNegative() || width < 0 || height < 0 || !(fps >= 0) || bitrateBps < 0) {
            throw new IllegalArgumentException("Media facts must not be negative");
        }
    }
}
