package io.vidstead.media.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardsTest {
    private static final Pattern CUE =
            Pattern.compile("(\\d+):(\\d+):(\\d+)\\.(\\d+) --> (\\d+):(\\d+):(\\d+)\\.(\\d+)\n"
                    + "sheet(\\d+)\\.jpg#xywh=(\\d+),(\\d+),(\\d+),(\\d+)");

    @TempDir
    private Path out;

    private final Storyboards storyboards = new Storyboards(Fixtures.sandbox());

    /** A bar that crosses the picture once, so that where it stands tells the time. */
    private static Path bar(int seconds) {
        return Fixtures.made(
                "bar-" + seconds + ".mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=black:s=320x180:r=5:d=" + seconds,
                        "-f",
                        "lavfi",
                        "-i",
                        "color=white:s=8x180:r=5:d=" + seconds,
                        "-filter_complex",
                        "[0][1]overlay=x='t*312/" + seconds + "'",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-g",
                        "10"));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 150, 501})
    void picturesShowWhatIsShownAtTheirTime(int seconds) throws Exception {
        var file = bar(seconds);
        var board = storyboards.make(file, Fixtures.info(file), out, new Cancellation());
        assertThat(board.layout().tiles()).isLessThanOrEqualTo(StoryboardLayout.MAX_TILES);
        var pictures = new ArrayList<BufferedImage>();
        for (var sheet : board.sheets()) {
            pictures.add(ImageIO.read(sheet.toFile()));
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < pictures.size(); i++) {
            names.add("sheet" + i + ".jpg");
        }
        var index = board.toWebVtt(names);
        assertThat(index).startsWith("WEBVTT\n\n00:00:00.000 --> ");
        var cue = CUE.matcher(index);
        int found = 0;
        double until = 0;
        while (cue.find()) {
            double from = seconds(cue.group(1), cue.group(2), cue.group(3), cue.group(4));
            assertThat(from).isEqualTo(until);
            until = seconds(cue.group(5), cue.group(6), cue.group(7), cue.group(8));
            int width = Integer.parseInt(cue.group(12));
            var tile = pictures.get(Integer.parseInt(cue.group(9)))
                    .getSubimage(
                            Integer.parseInt(cue.group(10)),
                            Integer.parseInt(cue.group(11)),
                            width,
                            Integer.parseInt(cue.group(13)));
            double shown = (left(tile) / (double) width * 320) * seconds / 312;
            assertThat(shown)
                    .as("picture of %s", from)
                    .isBetween(from - 3.0 * seconds / 312, until + 3.0 * seconds / 312);
            found++;
        }
        assertThat(found).isEqualTo(board.layout().tiles());
        assertThat(until).isCloseTo(seconds, org.assertj.core.data.Offset.offset(0.3));
    }

    private static double seconds(String hours, String minutes, String seconds, String millis) {
        return Integer.parseInt(hours) * 3600
                + Integer.parseInt(minutes) * 60
                + Integer.parseInt(seconds)
                + Integer.parseInt(millis) / 1000.0;
    }

    /** Where the bar begins. */
    private static int left(BufferedImage tile) {
        for (int x = 0; x < tile.getWidth(); x++) {
            if ((tile.getRGB(x, tile.getHeight() / 2) & 0xff) > 128) {
                return x;
            }
        }
        throw new AssertionError("no bar");
    }

    @Test
    void standsUprightWhenRotated() {
        var file = Fixtures.rotated();
        var board = storyboards.make(file, Fixtures.info(file), out, new Cancellation());
        assertThat(board.layout().width()).isEqualTo(112);
        assertThat(board.layout().height()).isEqualTo(200);
        assertThat(board.sheets()).hasSize(1);
    }

    @Test
    void aFilmHasFewSheets() {
        var clip = Fixtures.info(Fixtures.clip());
        var film = new io.vidstead.media.MediaInfo(
                clip.container(),
                java.time.Duration.ofHours(3),
                clip.sizeBytes(),
                clip.bitrateBps(),
                clip.video(),
                clip.audio());
        var layout = StoryboardLayout.of(film);
        assertThat(layout.interval()).hasSeconds(54);
        assertThat(layout.tiles()).isEqualTo(200);
        assertThat(layout.sheets()).isEqualTo(8);
    }
}
