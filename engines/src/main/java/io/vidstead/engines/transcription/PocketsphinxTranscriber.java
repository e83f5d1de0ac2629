package io.vidstead.engines.transcription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CMU pocketsphinx with its English model, as Debian packages it. One word in three is wrong: drafts. */
public final class PocketsphinxTranscriber implements Transcriber {

    public static final String MODEL = "pocketsphinx-en-us";

    private static final Duration PIECE = Duration.ofMinutes(5);
    private static final String ENGLISH = "en";

    /** Runs the program over a WAV file of some minutes. */
    @FunctionalInterface
    public interface Program {
        /**
         * @return what it prints with {@code -time yes}
         * @throws TranscriberUnavailableException when it fails
         */
        String run(Path wav);
    }

    private final Program program;
    private final Path scratch;

    /** @param scratch a folder for working files, made when absent */
    public PocketsphinxTranscriber(Program program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    @Override
    public Ability ability() {
        return new Ability.Ready(MODEL, Set.of(ENGLISH), true);
    }

    @Override
    public Transcript transcribe(Path sound, Optional<String> language) throws IOException {
        if (language.filter(tag -> !tag.split("-", 2)[0].equals(ENGLISH)).isPresent()) {
            throw new RefusedSoundException("pocketsphinx knows English only");
        }
        List<Utterance> all = new ArrayList<>();
        try (WavSound wav = WavSound.open(sound)) {
            while (wav.hasNext()) {
                WavSound.Piece piece = wav.next(PIECE);
                PocketsphinxWords.read(run(piece), piece.length())
                        .forEach(utterance -> all.add(utterance.later(piece.start())));
            }
        }
        return new Transcript(all, Optional.of(language.orElse(ENGLISH)), MODEL);
    }

    private String run(WavSound.Piece piece) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(scratch), "speech-", ".wav");
        try {
            Files.write(file, piece.wav());
            return program.run(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
