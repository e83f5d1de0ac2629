package io.vidstead.media;

/** Frames a second as the exact fraction that containers carry; 0/1 means unknown. */
public record FrameRate(int numerator, int denominator) {
    public static final FrameRate UNKNOWN = new FrameRate(0, 1);

    private static final int[] COMMON = {24, 25, 30, 48, 50, 60, 120, 15, 10};

    public FrameRate {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("frame rate " + numerator + "/" + denominator);
        }
    }

    public static FrameRate of(int framesPerSecond) {
        return new FrameRate(framesPerSecond, 1);
    }

    /** Reads {@code 30000/1001} or {@code 25}; anything else is {@link #UNKNOWN}. */
    public static FrameRate parse(String text) {
        var parts = text.strip().split("/", 2);
        try {
            int denominator = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
            int numerator = Integer.parseInt(parts[0]);
            return numerator <= 0 || denominator <= 0 ? UNKNOWN : new FrameRate(numerator, denominator);
        } catch (NumberFormatException _) {
            return UNKNOWN;
        }
    }

    /**
     * The rate of {@code frames} that last {@code ticks} of {@code timescale} a second; common rates are recognised through
     * the rounding of time stamps.
     */
    public static FrameRate average(long frames, long ticks, int timescale) {
        if (frames <= 0 || ticks <= 0) {
            return UNKNOWN;
        }
        double rate = (double) frames * timescale / ticks;
        for (int whole : COMMON) {
            if (Math.abs(rate - whole) < whole * 0.0004) {
                return of(whole);
            }
            if (Math.abs(rate - whole / 1.001) < whole * 0.0004) {
                return new FrameRate(whole * 1000, 1001);
            }
        }
        return new FrameRate((int) Math.clamp(Math.round(rate * 1000), 1, Integer.MAX_VALUE), 1000);
    }

    public boolean isKnown() {
        return numerator > 0;
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** The fraction in ffmpeg's notation. */
    @Override
    public String toString() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
}
