package io.vidstead.engines.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.transcription.Transcriber.Ability;
import io.vidstead.engines.transcription.Transcriber.Transcript;
import io.vidstead.engines.transcription.Transcriber.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every transcriber that is there must do. */
abstract class TranscriberContract {

    @TempDir
    Path folder;

    abstract Transcriber transcriber() throws IOException;

    /** A file in which somebody says something, and how long it is. */
    abstract Path speech() throws IOException;

    abstract Duration length();

    @Test
    void saysWhatItIs() throws IOException {
        assertThat(transcriber().ability()).isInstanceOfSatisfying(Ability.Ready.class, ready -> {
            assertThat(ready.model()).isNotBlank();
            assertThat(ready.knows("en-GB")).isTrue();
        });
    }

    @Test
    void utterancesAreInOrderAndWithinTheSound() throws IOException {
        Transcript transcript = transcriber().transcribe(speech(), Optional.of("en"));
        assertThat(transcript.utterances()).isNotEmpty();
        assertThat(transcript.utterances()).isSortedAccordingTo(Comparator.comparing(Utterance::from));
        assertThat(transcript.utterances()).allMatch(said -> said.to().compareTo(length().plusSeconds(1)) <= 0);
        assertThat(transcript.model()).isEqualTo(((Ability.Ready) transcriber().ability()).model());
        assertThat(transcript.language()).contains("en");
    }

    @Test
    void theLanguageNeedNotBeKnown() throws IOException {
        assertThat(transcriber().transcribe(speech(), Optional.empty()).language())
                .contains("en");
    }

    @Test
    void nobodySpeaksInSilence() throws IOException {
        Path silence = Wavs.silence(folder.resolve("silence.wav"), 1.5);
        assertThat(transcriber().transcribe(silence, Optional.of("en")).utterances())
                .isEmpty();
        Path nothing = Wavs.silence(folder.resolve("nothing.wav"), 0);
        assertThat(transcriber().transcribe(nothing, Optional.of("en")).utterances())
                .isEmpty();
    }

    @Test
    void whatIsNoSuchSoundIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "RIFF, but no sound at all in this file, only words");
        Path fast = Wavs.write(folder.resolve("fast.wav"), new byte[1000], 44_100);
        Path empty = Files.createFile(folder.resolve("empty.wav"));
        for (Path file : List.of(text, fast, empty)) {
            assertThatThrownBy(() -> transcriber().transcribe(file, Optional.empty()))
                    .isInstanceOf(RefusedSoundException.class);
        }
        assertThatThrownBy(() -> transcriber().transcribe(folder.resolve("absent.wav"), Optional.empty()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void manyMayAskAtOnce() throws IOException {
        Path speech = speech();
        Transcriber transcriber = transcriber();
        List<CompletableFuture<Integer>> all = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return transcriber
                                .transcribe(speech, Optional.of("en"))
                                .utterances()
                                .size();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
}
