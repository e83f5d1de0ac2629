package io.vidstead.media.encode;

import io.vidstead.media.FrameRate;

/**
 * Where the ladder's frames, groups and segments begin: frame {@code n} is shown at {@code n / rate}, a keyframe stands at the
 * begin of each group of about 2 s, a segment is two groups. The same for all rungs and all chunks of a video.
 */
public record FrameGrid(FrameRate rate) {
    private static final double GROUP_SECONDS = 2;
    private static final int GROUPS_PER_SEGMENT = 2;

    /** Frames from one keyframe to the next. */
    public int groupFrames() {
        return (int) Math.max(1, Math.round(GROUP_SECONDS * rate.perSecond()));
    }

    public int segmentFrames() {
        return GROUPS_PER_SEGMENT * groupFrames();
    }

    /** When a frame is shown. */
    public double seconds(long frame) {
        return (double) frame * rate.denominator() / rate.numerator();
    }

    /**
     * When a frame is shown, in ticks.
     *
     * @throws ArithmeticException where ticks cannot tell it exactly
     */
    public long ticks(long frame, int timescale) {
        long product = Math.multiplyExact(Math.multiplyExact(frame, (long) timescale), rate.denominator());
        if (product % rate.numerator() != 0) {
            throw new ArithmeticException("a timescale that does not fit the frame rate");
        }
        return product / rate.numerator();
    }

    /** How many frames begin in so many ticks. */
    public long frames(long ticks, int timescale) {
        return Math.multiplyExact(ticks, (long) rate.numerator())
                / Math.multiplyExact((long) timescale, rate.denominator());
    }
}
