package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;

/** A step tried to move a video where it cannot go from where it stands: a fault in the step, not in the input. */
public final class IllegalTransition extends RuntimeException {
    IllegalTransition(VideoId video, VideoState from, VideoState to) {
        super("Video " + video + " cannot go from " + from + " to " + to);
    }
}
