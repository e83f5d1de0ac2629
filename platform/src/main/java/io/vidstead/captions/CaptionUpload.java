package io.vidstead.captions;

import io.vidstead.kernel.Problem;
import io.vidstead.media.derive.CaptionFault;
import io.vidstead.media.derive.CaptionFile;
import io.vidstead.media.derive.Cue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what owners send as captions: files, and lists of cues. */
final class CaptionUpload {

    private CaptionUpload() {}

    /** @throws Problem with what is wrong, and the member {@code line} where it is in one */
    static List<Cue> file(InputStream body) throws IOException {
        byte[] file = body.readNBytes(CaptionFiles.MAX_BYTES + 1);
        if (file.length > CaptionFiles.MAX_BYTES) {
            throw CaptionFiles.tooLarge();
        }
        return switch (CaptionFile.read(file)) {
            case CaptionFile.Result.Read(var cues) -> cues;
            case CaptionFile.Result.Refused(var fault, var line) -> throw refused(fault, "line", line);
        };
    }

    /** @throws Problem with what is wrong, and the member {@code cue} where it is in one, counted from 1 */
    static List<Cue> cues(@Nullable List<@Nullable CueBody> written) {
        if (written == null || written.isEmpty()) {
            throw Problem.caller("bad_captions", "There must be cues; to have none, delete the captions.");
        }
        if (written.size() > CaptionFile.MAX_CUES) {
            throw refused(CaptionFault.TOO_MANY, "cue", 0);
        }
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            cue(written.get(i), i + 1).ifPresent(cues::add);
        }
        if (cues.isEmpty()) {
            throw refused(CaptionFault.NO_CAPTIONS, "cue", 0);
        }
        return cues;
    }

    private static Optional<Cue> cue(@Nullable CueBody cue, int number) {
        if (cue == null || cue.text() == null || cue.text().isBlank()) {
            return Optional.empty();
        }
        if (!inRange(cue.start()) || !inRange(cue.end())) {
            throw refused(CaptionFault.BAD_TIMES, "cue", number);
        }
        if (Seconds.time(cue.end()).compareTo(Seconds.time(cue.start())) <= 0) {
            throw refused(CaptionFault.BACKWARDS, "cue", number);
        }
        if (cue.text().length() > CaptionFile.MAX_TEXT) {
            throw refused(CaptionFault.TOO_LONG, "cue", number);
        }
        return CaptionFile.of(Seconds.time(cue.start()), Seconds.time(cue.end()), cue.text());
    }

    private static boolean inRange(double seconds) {
        return seconds >= 0 && seconds < Seconds.MOST.toSeconds();
    }

    private static Problem refused(CaptionFault fault, String where, int number) {
        String place =
                number == 0 ? "" : Character.toUpperCase(where.charAt(0)) + where.substring(1) + " " + number + ": ";
        Problem problem = Problem.caller("bad_captions", capital(place + fault.words()) + ".")
                .with("fault", fault.code());
        return number == 0 ? problem : problem.with(where, number);
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
