package io.vidstead.recommendations;

import io.vidstead.kernel.VideoId;
import java.time.Instant;

/**
 * What somebody did with a video.
 *
 * @param watched the largest share of it that was seen, 0 to 1
 * @param reaction 1 likes it, -1 dislikes it
 */
record Signal(VideoId videoId, double watched, boolean completed, int reaction, Instant at) {

    /** Above which share a video counts as begun, below which as left. */
    static final double BEGUN = 0.05;

    /** How much it speaks for the video, 0 to 1: a like says all, the end much, a glance nothing. */
    double strength() {
        if (reaction != 0) {
            return reaction > 0 ? 1 : 0;
        }
        return completed ? 0.8 : watched < BEGUN ? 0 : 0.6 * watched;
    }

    boolean liked() {
        return reaction > 0;
    }

    boolean disliked() {
        return reaction < 0;
    }

    /** Begun and left, so that somebody may want to go on. */
    boolean unfinished() {
        return !completed && watched >= BEGUN && watched < 0.9;
    }
}
