package io.vidstead.media.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechSoundTest {
    @TempDir
    private Path out;

    private final SpeechSound sound = new SpeechSound(Fixtures.sandbox());

    private Path wav() {
        var clip = Fixtures.clip();
        return sound.extract(clip, Fixtures.info(clip), out, new Cancellation()).orElseThrow();
    }

    @Test
    void theSoundIsAsRecognisersWantIt() throws Exception {
        var file = AudioSystem.getAudioFileFormat(wav().toFile());
        assertThat(file.getFormat().getSampleRate()).isEqualTo(16_000f);
        assertThat(file.getFormat().getChannels()).isEqualTo(1);
        assertThat(file.getFormat().getSampleSizeInBits()).isEqualTo(16);
        assertThat(file.getFrameLength() / 16_000.0).isBetween(7.9, 8.2);
    }

    @Test
    void theProgramRunsInTheSandbox() {
        Assumptions.assumeTrue(Pocketsphinx.isInstalled(), "pocketsphinx is not installed");
        var words = new Pocketsphinx(Fixtures.sandbox()).recognise(wav(), new Cancellation());
        assertThat(words).as("a tone, in which nobody speaks").doesNotContain("ERROR");
        assertThat(Files.exists(wav())).isTrue();
    }
}
