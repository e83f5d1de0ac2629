package io.vidstead.kernel;

import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;

/**
 * The media programs of this server. They are unpacked in the background from the start on; the first callers of a fresh
 * installation wait some two seconds for it. Injectable.
 */
public interface MediaTools {

    /** @throws io.vidstead.media.MediaException where the programs cannot be had on this machine */
    FfmpegTools tools();

    /** The one sandbox of the process, as {@link #tools} otherwise. */
    Sandbox sandbox();
}
