package io.vidstead.media.derive;

import io.vidstead.media.MediaInfo;
import java.time.Duration;

/**
 * How the pictures of a scrub bar are spread over time and over sheets. Pure.
 *
 * @param interval from one picture to the next, whole seconds
 * @param tiles how many there are
 * @param columns of a sheet
 * @param rows of a sheet; the last sheet may be filled in part
 * @param width of one picture, even
 * @param height of one picture, even
 */
public record StoryboardLayout(Duration interval, int tiles, int columns, int rows, int width, int height) {
    /** So few that the sheets of a film are small beside a minute of it. */
    static final int MAX_TILES = 200;

    private static final int SIDE = 5;
    private static final double BOX = 200;

    /** Shorter videos are decoded whole; of longer ones keyframes are enough, which our renditions have every 2 s. */
    private static final int DENSE_SECONDS = 120;

    private static final int KEYFRAME_SECONDS = 2;

    static StoryboardLayout of(MediaInfo info) {
        double seconds = info.seconds();
        int interval = seconds <= DENSE_SECONDS
                ? 1
                : KEYFRAME_SECONDS * (int) Math.ceil(seconds / MAX_TILES / KEYFRAME_SECONDS);
        int tiles = Math.max(1, (int) Math.ceil(seconds / interval - 0.05));
        int columns = Math.min(SIDE, tiles);
        int rows = Math.min(SIDE, (tiles + columns - 1) / columns);
        double factor =
                Math.min(1, BOX / Math.max(info.video().width(), info.video().height()));
        return new StoryboardLayout(
                Duration.ofSeconds(interval),
                tiles,
                columns,
                rows,
                even(info.video().width() * factor),
                even(info.video().height() * factor));
    }

    /** Whether frames between keyframes are needed. */
    boolean dense() {
        return interval.toSeconds() < KEYFRAME_SECONDS;
    }

    int sheets() {
        return (tiles + perSheet() - 1) / perSheet();
    }

    int perSheet() {
        return columns * rows;
    }

    private static int even(double size) {
        return Math.max(2, (int) Math.round(size / 2) * 2);
    }
}
