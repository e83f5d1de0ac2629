package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.jit.JitSource;
import java.util.List;
import java.util.Optional;

/** What was found out about an original while it arrived, enough to publish it. Opaque to others. */
public final class Prepared {

    private final MediaInfo info;
    private final List<RenditionRecord> renditions;
    private final Optional<JitSource> source;

    /** @param source read from the staged file, if it was kept */
    Prepared(MediaInfo info, List<RenditionRecord> renditions, Optional<JitSource> source) {
        this.info = info;
        this.renditions = List.copyOf(renditions);
        this.source = source;
    }

    MediaInfo info() {
        return info;
    }

    List<RenditionRecord> renditions() {
        return renditions;
    }

    Optional<JitSource> source() {
        return source;
    }
}
