package io.vidstead.media.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewClipsTest {
    @TempDir
    private Path out;

    private final PreviewClips clips = new PreviewClips(Fixtures.sandbox());

    @Test
    void isShortSilentAndSmall() throws Exception {
        var file = Fixtures.clip();
        var preview = clips.make(file, Fixtures.info(file), out, new Cancellation());
        var info = Fixtures.info(preview);
        assertThat(info.seconds()).isBetween(2.8, 3.3);
        assertThat(info.audio()).isEmpty();
        assertThat(info.video().width()).isEqualTo(320);
        assertThat(info.video().height()).isEqualTo(180);
        assertThat(Files.size(preview)).isLessThan(90_000);
    }

    @Test
    void ofAShortUprightVideoIsTheBeginning() {
        var file = Fixtures.made(
                "upright-2s.mp4",
                java.util.List.of("-f", "lavfi", "-i", "testsrc2=s=180x320:r=10:d=2", "-c:v", "libx264"));
        var info = Fixtures.info(clips.make(file, Fixtures.info(file), out, new Cancellation()));
        assertThat(info.seconds()).isBetween(1.8, 2.2);
        assertThat(info.video().width()).isEqualTo(180);
    }
}
