package io.vidstead.engines.transcription;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A transcriber behind a guard: two sounds at once, and none while it is down. The engines have time limits of their own. */
public final class GuardedTranscriber implements Transcriber {

    private static final Guard.Options OPTIONS = new Guard.Options(2, Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final Transcriber transcriber;
    private final Guard guard;

    public GuardedTranscriber(Transcriber transcriber, Guards guards) {
        this.transcriber = transcriber;
        this.guard = guards.create(
                "transcriber",
                OPTIONS,
                new Guard.Manner(
                        TranscriberUnavailableException.class::isInstance,
                        refused -> new TranscriberUnavailableException(String.valueOf(refused.getMessage()), refused)));
    }

    @Override
    public Ability ability() {
        return transcriber.ability();
    }

    @Override
    public Transcript transcribe(Path sound, Optional<String> language) throws IOException {
        return guard.<Transcript, IOException>call(() -> transcriber.transcribe(sound, language));
    }
}
