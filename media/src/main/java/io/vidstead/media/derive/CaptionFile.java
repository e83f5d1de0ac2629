package io.vidstead.media.derive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Files of captions: reads WebVTT and SubRip as people bring them, writes WebVTT. */
public final class CaptionFile {
    public static final int MAX_CUES = CaptionCues.MAX_CUES;

    /** Characters of a cue. */
    public static final int MAX_TEXT = CueText.MAX_LENGTH;

    private CaptionFile() {}

    /** What was read. */
    public sealed interface Result {

        /** @param cues at least one, in the order of their times */
        record Read(List<Cue> cues) implements Result {}

        /** @param line where the fault is, from 1; 0 when it is the whole file's */
        record Refused(CaptionFault fault, int line) implements Result {}
    }

    /**
     * Reads a stranger's file strictly: the first thing that is wrong refuses it, so that nothing is lost unseen. Settings,
     * styles, regions and notes are no captions and go.
     */
    public static Result read(byte[] file) {
        Optional<String> text = CaptionBytes.text(file);
        if (text.isEmpty()) {
            return new Result.Refused(CaptionFault.NO_TEXT_FILE, 0);
        }
        try {
            List<Cue> cues = CaptionCues.parse(text.get(), CaptionFile::refuse);
            return cues.isEmpty() ? new Result.Refused(CaptionFault.NO_CAPTIONS, 0) : new Result.Read(cues);
        } catch (Faulty e) {
            return new Result.Refused(e.fault, e.line);
        }
    }

    /** The cues of a file that was {@linkplain #write written} here. */
    public static List<Cue> parse(String written) {
        return CaptionCues.parse(written, (_, _) -> {});
    }

    /** In the order of their times. */
    public static String write(List<Cue> cues) {
        return CaptionCues.write(cues);
    }

    /** What somebody wrote as a cue; empty where no words are left of it. */
    public static Optional<Cue> of(Duration from, Duration to, String words) {
        String text = CaptionCues.tidy(words);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Cue(from, to, text));
    }

    private static void refuse(CaptionFault fault, int line) {
        throw new Faulty(fault, line);
    }

    /** Ends the reading. */
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final CaptionFault fault;
        private final int line;

        Faulty(CaptionFault fault, int line) {
            super(fault.words(), null, false, false);
            this.fault = fault;
            this.line = line;
        }
    }
}
