package io.vidstead.captions;

import io.vidstead.media.derive.Cue;
import org.jspecify.annotations.Nullable;

/**
 * Words and when they are shown.
 *
 * @param start,end in seconds
 */
record CueBody(double start, double end, @Nullable String text) {

    static CueBody plain(Cue cue) {
        return new CueBody(Seconds.of(cue.from()), Seconds.of(cue.to()), cue.plain());
    }

    /** With bold, italic and underlined as {@code <b>}, {@code <i>} and {@code <u>}. */
    static CueBody editable(Cue cue) {
        return new CueBody(Seconds.of(cue.from()), Seconds.of(cue.to()), cue.editable());
    }
}
