package io.vidstead.media.derive;

import java.time.Duration;

/**
 * Words and when they are shown.
 *
 * @param to later than {@code from}
 * @param text WebVTT of words, bold, italic and underlined, nothing else; not empty
 */
public record Cue(Duration from, Duration to, String text) {

    public Cue {
        if (from.isNegative() || to.compareTo(from) <= 0 || text.isBlank()) {
            throw new IllegalArgumentException("no cue: " + from + " to " + to);
        }
    }

    /** The words alone, for reading and searching. */
    public String plain() {
        return CueText.plain(text);
    }

    /** The words as people write them: {@code <i>5 < 6</i>}. {@link CaptionFile#of} makes the same cue of them. */
    public String editable() {
        return CueText.editable(text);
    }
}
