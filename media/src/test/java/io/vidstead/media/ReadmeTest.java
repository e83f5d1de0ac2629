package io.vidstead.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.media.manifest.ManifestFolder;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's ten lines of Java are those of {@link #publish}, and they publish a file. */
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theLinesOfTheReadmePublishAFile() {
        publish(Fixtures.clip(), folder);
        var playlists = List.of("360p.m3u8", "240p.m3u8", "144p.m3u8", "audio.m3u8");
        assertThat(folder.resolve("master.m3u8")).content().contains(playlists);
        assertThat(folder.resolve("manifest.mpd")).content().contains("360p.mp4", "240p.mp4", "144p.mp4", "audio.mp4");
        assertThat(playlists)
                .allSatisfy(playlist -> assertThat(Fixtures.ffmpeg(List.of(
                                "-v", "error", "-i", folder.resolve(playlist).toString(), "-f", "null", "-")))
                        .isEmpty());
    }

    @Test
    void theReadmeShowsWhatThisTestRuns() throws IOException {
        assertThat(block(Files.readString(Path.of("README.md")), "```java\n", "```"))
                .isEqualTo(block(
                        Files.readString(Path.of("src/test/java/io/vidstead/media/ReadmeTest.java")),
                        "// begin\n",
                        "// end"));
    }

    private static void publish(Path file, Path folder) {
        // begin
        var tools = FfmpegTools.packaged(folder.resolve("tools"));
        try (var sandbox = new Sandbox(tools, folder)) {
            var info = new Prober(sandbox, ProbeLimits.DEFAULT).probe(file).require();
            var plan = Ladder.fixed(info, LadderProfile.balanced("veryfast"));
            var encoder = new LadderEncoder(sandbox);
            var renditions = encoder.encode(
                    file, info, plan.rungs(), plan.preset(), true, folder, Progress.Listener.NONE, new Cancellation());
            ManifestFolder.write(folder, renditions);
        }
        // end
    }

    private static List<String> block(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
