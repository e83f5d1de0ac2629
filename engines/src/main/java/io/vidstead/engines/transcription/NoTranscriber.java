package io.vidstead.engines.transcription;

import java.nio.file.Path;
import java.util.Optional;

/** Where there is no engine: writes nothing down and says why. */
public final class NoTranscriber implements Transcriber {

    private final String why;

    /** @param why and what to do about it */
    public NoTranscriber(String why) {
        this.why = why;
    }

    @Override
    public Ability ability() {
        return new Ability.Absent(why);
    }

    @Override
    public Transcript transcribe(Path sound, Optional<String> language) {
        throw new TranscriberUnavailableException(why);
    }
}
