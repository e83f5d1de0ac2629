package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundPackagerTest {
    @TempDir
    private Path out;

    private final SoundPackager packager = new SoundPackager(Fixtures.sandbox());

    private List<Rendition> make(Path file) {
        return packager.make(file, Fixtures.info(file), out, Progress.Listener.NONE, new Cancellation());
    }

    /** Ten seconds of sound, then ten of silence. */
    private static Path half() {
        return Fixtures.made(
                "half.mp3", List.of("-f", "lavfi", "-i", "aevalsrc='if(lt(t,10),0.8*sin(2*PI*440*t),0)':s=44100:d=20"));
    }

    @Test
    void soundGetsAStandingPictureOfItsWaveform() throws Exception {
        var made = make(half());
        assertThat(made).extracting(Rendition::name).containsExactly("720p", "audio");
        var picture = made.getFirst().index();
        assertThat(picture.codecs()).startsWith("avc1.");
        assertThat(picture.width()).isEqualTo(1280);
        assertThat(picture.frameRate().perSecond()).isEqualTo(25);
        assertThat(picture.durationSeconds()).isCloseTo(20, within(0.1));
        assertThat(picture.segments().subList(0, 5))
                .allSatisfy(segment ->
                        assertThat(picture.seconds(segment.durationTicks())).isEqualTo(4));
        assertThat(seconds(made.getFirst())).isCloseTo(20, within(0.1));
        assertThat(seconds(made.getLast())).isCloseTo(20, within(0.2));
        assertThat(picture.averageBandwidthBps()).isLessThan(100_000);

        var still = out.resolve("still.png");
        Fixtures.ffmpeg(
                List.of("-v", "error", "-i", made.getFirst().file().toString(), "-frames:v", "1", still.toString()));
        var image = ImageIO.read(still.toFile());
        assertThat(bright(image, 320)).isGreaterThan(100);
        assertThat(bright(image, 960)).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 2, 4, 9.6})
    void noPictureWaitsForALaterOne(double length) {
        var noise = Fixtures.made(
                "noise-" + length + ".wav",
                List.of("-f", "lavfi", "-i", "anoisesrc=c=pink:a=0.1:s=1:r=48000:d=" + length));
        var made = make(noise).getFirst();
        assertThat(made.index().startTicks()).isZero();
        var frames = Fixtures.ffprobe(
                        "-v",
                        "error",
                        "-show_entries",
                        "stream=has_b_frames:packet=pts,dts",
                        "-of",
                        "csv=p=0",
                        made.file().toString())
                .lines()
                .toList();
        assertThat(frames.getLast()).as("pictures held back").isEqualTo("0");
        var times = frames.subList(0, frames.size() - 1);
        assertThat(times).hasSize((int) Math.max(10, Math.ceil(length * 25)));
        assertThat(times).allSatisfy(line -> assertThat(line.split(",")[0]).isEqualTo(line.split(",")[1]));
        assertThat(out).isDirectoryNotContaining("glob:**segment*");
    }

    private static double seconds(Rendition rendition) {
        return Double.parseDouble(Fixtures.ffprobe(
                "-v",
                "error",
                "-show_entries",
                "format=duration",
                "-of",
                "csv=p=0",
                rendition.file().toString()));
    }

    /** How many pixels of a column are of the wave. */
    private static int bright(BufferedImage image, int x) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            if ((image.getRGB(x, y) >> 16 & 0xff) > 120) {
                count++;
            }
        }
        return count;
    }

    @Test
    void aFileWithAPictureIsNotDrawn() {
        assertThatThrownBy(() -> make(Fixtures.clip())).isInstanceOf(IllegalArgumentException.class);
    }
}
