package io.vidstead.engines.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.transcription.Transcriber.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine over what the program really printed for a sentence of "Sense and Sensibility" with pauses in it. */
class PocketsphinxTranscriberTest extends TranscriberContract {

    private static final String PRINTED = """
            he was not until this blows young man
            <s> 0.000 0.140 0.999400
            he 0.150 0.360 0.260057
            was(2) 0.370 0.540 0.999800
            <sil> 0.550 0.600 0.553348
            not 0.610 0.970 0.998701
            [SPEECH] 0.980 1.100 0.535598
            an(2) 1.900 2.090 0.472940
            illness 2.100 2.480 0.834168
            ++NOISE++ 2.490 2.500 0.5
            </s> 2.800 2.970 1.000000
            late 99.000 99.500 1.000000
            """;

    @Override
    Transcriber transcriber() {
        return new PocketsphinxTranscriber(PocketsphinxTranscriberTest::printed, folder.resolve("scratch"));
    }

    /** As the program does: prints nothing where nobody speaks. */
    private static String printed(Path wav) {
        try (WavSound sound = WavSound.open(wav)) {
            byte[] first = sound.next(Duration.ofSeconds(1)).wav();
            return first[100] == 0 && first[101] == 0 ? "" : PRINTED;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    Path speech() throws IOException {
        return Wavs.hum(folder.resolve("hum.wav"), 3, 1);
    }

    @Override
    Duration length() {
        return Duration.ofSeconds(3);
    }

    @Test
    void wordsBecomeUtterancesThatEndAtPauses() throws IOException {
        assertThat(transcriber().transcribe(speech(), Optional.empty()).utterances())
                .containsExactly(
                        new Utterance(Duration.ofMillis(150), Duration.ofMillis(970), "He was not"),
                        new Utterance(Duration.ofMillis(1900), Duration.ofMillis(2480), "An illness"));
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noUtteranceIsTooLongToRead() {
        var words = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            words.append("word %d.000 %d.900 1.0\n".formatted(i, i));
        }
        List<Utterance> read = PocketsphinxWords.read(words.toString(), Duration.ofSeconds(100));
        assertThat(read).allMatch(said -> said.to().minus(said.from()).compareTo(Duration.ofSeconds(6)) <= 0);
        assertThat(String.join(" ", read.stream().map(Utterance::text).toList()).split(" "))
                .hasSize(100);
    }

    @Test
    void itKnowsEnglishOnly() throws IOException {
        Path speech = speech();
        assertThatThrownBy(() -> transcriber().transcribe(speech, Optional.of("de")))
                .isInstanceOf(RefusedSoundException.class);
        assertThatThrownBy(() -> new NoTranscriber("install it").transcribe(speech, Optional.empty()))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessage("install it");
    }
}
