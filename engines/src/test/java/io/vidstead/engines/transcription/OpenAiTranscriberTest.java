package io.vidstead.engines.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.guard.Guards;
import io.vidstead.engines.transcription.OpenAiTranscriber.Options;
import io.vidstead.engines.transcription.Transcriber.Transcript;
import io.vidstead.engines.transcription.Transcriber.Utterance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiTranscriberTest extends TranscriberContract {

    private SpeechService service;

    @BeforeEach
    void open() throws IOException {
        service = new SpeechService();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static OpenAiTranscriber of(URI base, boolean privateNetwork) {
        return new OpenAiTranscriber(
                new Options(base, Optional.of(SpeechService.KEY), SpeechService.MODEL, privateNetwork));
    }

    @Override
    Transcriber transcriber() {
        return new GuardedTranscriber(of(service.base(), true), new Guards());
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
    void theServiceIsAskedAsItsApiSays() throws IOException {
        transcriber().transcribe(speech(), Optional.of("pt-BR"));
        assertThat(service.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer " + SpeechService.KEY);
            assertThat(asked.fields())
                    .contains(
                            "name=\"model\"\r\n\r\nwhisper-1\r\n",
                            "name=\"response_format\"\r\n\r\nverbose_json\r\n",
                            "name=\"timestamp_granularities[]\"\r\n\r\nsegment\r\n",
                            "name=\"language\"\r\n\r\npt\r\n",
                            "name=\"file\"; filename=\"speech.wav\"");
            assertThat(asked.soundBytes()).isGreaterThan(96_000);
        });
    }

    @Test
    void longSoundGoesInPiecesThatEndInPauses() throws IOException {
        Path sound = Wavs.hum(folder.resolve("long.wav"), 11 * 60, 7);
        service.answersInChunks();
        Transcript transcript = of(service.base(), true).transcribe(sound, Optional.empty());
        assertThat(service.asked()).hasSize(3);
        assertThat(service.asked().get(1).fields())
                .as("what the first piece was in")
                .contains("\"language\"\r\n\r\nen");
        assertThat(transcript.utterances()).hasSize(6);
        assertThat(transcript.utterances().getFirst())
                .isEqualTo(new Utterance(Duration.ofMillis(500), Duration.ofMillis(1250), "Piece 1 begins."));
        Utterance second = transcript.utterances().get(2);
        assertThat(second.text()).isEqualTo("Piece 2 begins.");
        double cut = second.from().minusMillis(500).toMillis() / 1000.0;
        assertThat(cut).isBetween(270.0, 300.0);
        assertThat(cut % 7).as("in a pause").isGreaterThan(6.75);
        assertThat(transcript.utterances().get(1).to())
                .as("not after its piece")
                .isLessThan(second.from());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void refusalsAreFinal(int status) {
        service.answersWith(status, "{}");
        assertThatThrownBy(() -> transcriber().transcribe(speech(), Optional.empty()))
                .isInstanceOf(RefusedSoundException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 429, 500, 503})
    void everythingElseIsWorthAnotherTry(int status) {
        service.answersWith(status, "{}");
        assertThatThrownBy(() -> transcriber().transcribe(speech(), Optional.empty()))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessageContaining(Integer.toString(status));
        assertThat(service.asked()).as("no redirect is followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{}", "{\"segments\": 3}", "[]"})
    void anAnswerWithoutSegmentsIsNone(String answer) {
        service.answersWith(200, answer);
        assertThatThrownBy(() -> transcriber().transcribe(speech(), Optional.empty()))
                .isInstanceOf(TranscriberUnavailableException.class);
    }

    @Test
    void privateNetworksAreNotReachedUnlessAllowed() throws IOException {
        Path speech = speech();
        URI loopback = URI.create(service.base().toString().replace("http:", "https:"));
        assertThatThrownBy(() -> of(loopback, false).transcribe(speech, Optional.empty()))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessageContaining("private network");
        assertThatThrownBy(() -> of(service.base(), false).transcribe(speech, Optional.empty()))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessageContaining("https");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsUnavailable() throws IOException {
        Path speech = speech();
        service.close();
        assertThatThrownBy(() -> transcriber().transcribe(speech, Optional.empty()))
                .isInstanceOf(TranscriberUnavailableException.class);
        assertThat(new Options(service.base(), Optional.of("secret"), "m", true).toString())
                .doesNotContain("secret");
    }
}
