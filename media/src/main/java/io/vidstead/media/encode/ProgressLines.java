package io.vidstead.media.encode;

import io.vidstead.media.Progress;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads ffmpeg's {@code -progress} lines. */
final class ProgressLines implements Consumer<String> {
    private static final String TIME = "out_time_us=";
    private static final String FRAMES = "frame=";

    private final String key;
    private final double whole;
    private final Progress.Listener listener;
    private final long started = System.nanoTime();

    private ProgressLines(String key, double whole, Progress.Listener listener) {
        this.key = key;
        this.whole = whole;
        this.listener = listener;
    }

    /** By the time of what was written, which counts from zero. */
    static ProgressLines byTime(Duration length, Progress.Listener listener) {
        return new ProgressLines(TIME, Math.max(1, length.toNanos() / 1e3), listener);
    }

    /** By the pictures of the first output. */
    static ProgressLines byFrames(double frames, Progress.Listener listener) {
        return new ProgressLines(FRAMES, Math.max(1, frames), listener);
    }

    @Override
    public void accept(String line) {
        var value = line.startsWith(key) ? line.substring(key.length()).strip() : "";
        if (value.matches("\\d{1,15}")) {
            tell(Math.min(1, Long.parseLong(value) / whole));
        }
    }

    private void tell(double fraction) {
        long elapsed = System.nanoTime() - started;
        double remaining = fraction > 0 ? elapsed * (1 - fraction) / fraction : Double.MAX_VALUE;
        listener.progressed(new Progress(fraction, Duration.ofNanos((long) Math.min(remaining, Long.MAX_VALUE / 2.0))));
    }
}
