package io.vidstead.media.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillsTest {
    @TempDir
    private Path out;

    private final Stills stills = new Stills(Fixtures.sandbox());

    @Test
    void takesThreeDifferentPictures() throws Exception {
        var set = take(Fixtures.clip());
        assertThat(set.thumbnails()).hasSize(3).allSatisfy(still -> {
            var picture = ImageIO.read(still.file().toFile());
            assertThat(picture.getWidth()).isEqualTo(still.width()).isEqualTo(640);
            assertThat(picture.getHeight()).isEqualTo(still.height()).isEqualTo(360);
            assertThat(still.colour()).matches("#[0-9a-f]{6}");
        });
        assertThat(Files.mismatch(
                        set.thumbnails().get(0).file(), set.thumbnails().get(2).file()))
                .isNotNegative();
        assertThat(out).isDirectoryNotContaining("glob:**.stills-*");
    }

    @Test
    void prefersPicturesToBlack() {
        var file = Fixtures.made(
                "half-black.mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=black:s=320x240:r=25:d=4",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x240:r=25:d=4",
                        "-filter_complex",
                        "[0][1]concat",
                        "-c:v",
                        "libx264",
                        "-g",
                        "25"));
        var set = take(file);
        assertThat(set.best().at().toMillis()).isGreaterThanOrEqualTo(4000);
        assertThat(set.best().score()).isGreaterThan(0.3);
        assertThat(set.thumbnails().getFirst().score()).isLessThan(0.1);
    }

    @Test
    void decodesToTheTimesWhereKeyframesAreRare() throws Exception {
        var file = Fixtures.picture("one-key.mp4", "320x240", "25", "6", Fixtures.h264("-g", "1000"));
        var set = take(file);
        assertThat(Files.mismatch(
                        set.thumbnails().get(0).file(), set.thumbnails().get(1).file()))
                .isNotNegative();
    }

    @Test
    void ofOneFrameThreeTimesTheSame() {
        var file = Fixtures.made(
                "one-frame.mp4",
                List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:r=25:d=1", "-frames:v", "1", "-c:v", "libx264"));
        assertThat(take(file).thumbnails()).hasSize(3);
    }

    @Test
    void standsUprightWhenRotated() {
        var set = take(Fixtures.rotated());
        assertThat(set.best().width()).isEqualTo(360);
        assertThat(set.best().height()).isEqualTo(640);
    }

    private StillSet take(Path input) {
        return stills.take(input, Fixtures.info(input), out, new Cancellation());
    }
}
