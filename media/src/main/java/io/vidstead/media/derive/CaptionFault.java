package io.vidstead.media.derive;

import java.util.Locale;

/** What can be wrong with captions. */
public enum CaptionFault {
    NO_TEXT_FILE("this is no text: captions are WebVTT (.vtt) or SubRip (.srt)"),
    NO_CAPTIONS("no cues were found: captions are WebVTT (.vtt) or SubRip (.srt)"),
    NO_TIMES("words without a time line above them, such as 00:00:01.000 --> 00:00:02.500"),
    BAD_TIMES("the times cannot be read: write them as 00:00:01.000 --> 00:00:02.500"),
    BACKWARDS("the cue ends before it begins"),
    TOO_LONG("a cue may have %d characters at most".formatted(CueText.MAX_LENGTH)),
    TOO_MANY("a file may have %d cues at most".formatted(CaptionCues.MAX_CUES));

    private final String words;

    CaptionFault(String words) {
        this.words = words;
    }

    /** For programs; never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people; no sentence. */
    public String words() {
        return words;
    }
}
