package io.vidstead.media.encode;

import io.vidstead.media.Sound;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.CmafIndex;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One finished track: a single-file CMAF and its index.
 *
 * @param name {@code source}, {@code 720p}, {@code audio}: unique within a video and kind
 * @param file the file that was written, in the output folder of the call
 * @param source whether the picture is the uploader's own stream, copied
 * @param sound what tells a sound track from others
 */
public record Rendition(String name, Path file, CmafIndex index, boolean source, Optional<Sound> sound) {

    /** One of which the file says no more. */
    public Rendition(String name, Path file, CmafIndex index, boolean source) {
        this(name, file, index, source, Optional.empty());
    }

    public TrackKind kind() {
        return index.kind();
    }
}
