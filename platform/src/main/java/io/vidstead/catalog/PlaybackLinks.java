package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;

/** Where players find a video's files. Implemented by playback. */
public interface PlaybackLinks {

    /** The root-relative folder of what everybody may fetch of a video, with a trailing slash. */
    String folder(VideoId video);

    /**
     * The same for what only some may fetch. It carries a signature that names the viewer and expires, so it belongs in answers
     * to those only who may watch the video.
     */
    String folder(VideoId video, UserId viewer);

    /** Where players ask for the key of an encrypted video, root-relative. */
    String license(VideoId video);
}
