package io.vidstead.media.probe;

import io.vidstead.media.tools.UntrustedInput;
import java.time.Duration;

/**
 * What a file may be.
 *
 * @param minSide smaller side of one picture
 * @param maxPixels width times height of one picture
 * @param maxDuration length of the longest stream
 * @param maxFramesPerSecond on average
 * @param maxFrames frames of the video
 * @param deadline wall-clock time for the probe itself
 */
public record ProbeLimits(
        int minSide, long maxPixels, Duration maxDuration, int maxFramesPerSecond, long maxFrames, Duration deadline) {
    /** From 16 pixels to 8K, 12 hours, 300 frames a second. */
    public static final ProbeLimits DEFAULT = new ProbeLimits(
            16, UntrustedInput.MAX_PIXELS, Duration.ofHours(12), 300, 12L * 3600 * 60, Duration.ofSeconds(20));

    /** These limits with another deadline. */
    public ProbeLimits within(Duration other) {
        return new ProbeLimits(minSide, maxPixels, maxDuration, maxFramesPerSecond, maxFrames, other);
    }
}
