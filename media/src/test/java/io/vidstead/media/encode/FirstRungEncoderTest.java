package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.GrowingFile;
import io.vidstead.media.cmaf.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRungEncoderTest {

    @TempDir
    Path folder;

    private static Path source(String size) {
        var coding = List.of("-an", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "16", "-b:v", "300k");
        var scene = Fixtures.picture("vp8-2s-" + size + ".webm", size, "30", "2", coding);
        return Fixtures.repeated("vp8-20s-" + size + ".webm", scene, "20");
    }

    @Test
    void whatWasSeenWhileItGrewIsThereInTheEndAtTheSamePlace() throws IOException {
        Map<String, Map<Segment, byte[]>> seen = new HashMap<>();
        var source = source("640x360");
        var info = Fixtures.info(source);
        var rung = Ladder.first(Ladder.plan(info, LadderProfile.balanced("ultrafast")));
        var made = new FirstRungEncoder(Fixtures.sandbox())
                .encode(
                        source,
                        info,
                        rung,
                        "ultrafast",
                        folder,
                        (tracks, _) -> tracks.forEach(track -> {
                            for (var segment : track.file().poll()) {
                                seen.computeIfAbsent(track.name(), _ -> new HashMap<>())
                                        .put(segment, bytes(track.file(), segment));
                            }
                        }),
                        new Cancellation());

        assertThat(made).extracting(Rendition::name).containsExactly("360p", "audio");
        for (var rendition : made) {
            byte[] file = Files.readAllBytes(rendition.file());
            assertThat(rendition.index()).isEqualTo(CmafFile.read(rendition.file()));
            assertThat(rendition.index().durationSeconds()).isCloseTo(20, within(0.1));
            assertThat(places(rendition.index()))
                    .hasSizeBetween(5, 6)
                    .containsAll(seen.get(rendition.name()).keySet());
            seen.get(rendition.name())
                    .forEach((segment, bytes) -> assertThat(bytes)
                            .isEqualTo(Arrays.copyOfRange(
                                    file, (int) segment.offset(), (int) (segment.offset() + segment.length()))));
        }
        assertThat(frames(made.getFirst().file())).isEqualTo(600);
    }

    @Test
    void aSegmentOfEachTrackIsThereAsSoonAsItIsComplete() {
        var source = source("320x180");
        var info = Fixtures.info(source);
        var rung = Ladder.first(Ladder.plan(info, LadderProfile.balanced("slower")));
        List<Integer> meanwhile = new ArrayList<>();
        new FirstRungEncoder(Fixtures.sandbox())
                .encode(
                        source,
                        info,
                        rung,
                        "slower",
                        folder,
                        (tracks, progress) -> {
                            tracks.forEach(track -> track.file().poll());
                            if (progress.fraction() > 0.4 && progress.fraction() < 0.75) {
                                tracks.forEach(track -> meanwhile.add(segments(track)));
                            }
                        },
                        new Cancellation());
        assertThat(meanwhile).isNotEmpty().doesNotContain(0);
    }

    private static int segments(FirstRungEncoder.GrowingTrack track) {
        return track.file().index().map(index -> index.segments().size()).orElse(0);
    }

    /** As a reader sees it whose muxer is somewhere in the middle of writing. */
    @Test
    void showsWholeSegmentsOnlyHoweverMuchIsWritten() throws IOException {
        byte[] written = growing();
        var file = folder.resolve("growing.mp4");
        var growing = new GrowingFile(file, Duration.ofSeconds(8));
        assertThat(growing.poll()).isEmpty();
        var beginning = new ByteArrayOutputStream();
        var random = new Random(2);
        for (int length = 0; length < written.length; ) {
            length = Math.min(written.length, length + 1 + random.nextInt(20_000));
            Files.write(file, Arrays.copyOf(written, length));
            for (var segment : growing.poll()) {
                if (beginning.size() == 0) {
                    beginning.writeBytes(array(growing.header()));
                }
                assertThat(segment.offset()).isEqualTo(beginning.size());
                beginning.writeBytes(bytes(growing, segment));
            }
        }
        var target = folder.resolve("finished.mp4");
        CmafIndex index = growing.finish(target);
        assertThat(index.segments())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("keyLength")
                .isEqualTo(growing.index().orElseThrow().segments())
                .hasSize(2);
        assertThat(Files.size(target)).isEqualTo(beginning.size());
        assertThat(frames(Files.write(folder.resolve("seen.mp4"), beginning.toByteArray())))
                .isEqualTo(frames(target));
    }

    @Test
    void moreSegmentsThanWereExpectedHaveAnIndexAllTheSame() throws IOException {
        byte[] written = Files.readAllBytes(Fixtures.made(
                "many-fragments.mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=64x64:r=10:d=4",
                        "-c:v",
                        "libx264",
                        "-g",
                        "1",
                        "-movflags",
                        "+cmaf+frag_keyframe+empty_moov+default_base_moof+skip_trailer")));
        var growing = new GrowingFile(Files.write(folder.resolve("many.mp4"), written), Duration.ofSeconds(1));
        assertThat(growing.poll()).hasSize(40);
        var index = growing.finish(folder.resolve("many-finished.mp4"));
        assertThat(index.segments()).hasSize(40);
        assertThat(index.segments().getFirst().offset())
                .isNotEqualTo(
                        growing.index().orElseThrow().segments().getFirst().offset());
        assertThat(frames(folder.resolve("many-finished.mp4"))).isEqualTo(40);
    }

    private static byte[] growing() throws IOException {
        return Files.readAllBytes(Fixtures.made(
                "growing.mp4",
                List.of(
                        "-i",
                        Fixtures.clip().toString(),
                        "-an",
                        "-c",
                        "copy",
                        "-min_frag_duration",
                        "3980000",
                        "-movflags",
                        "+cmaf+frag_keyframe+empty_moov+default_base_moof+skip_trailer")));
    }

    /** Segments without what is not known of them while the file grows. */
    private static List<Segment> places(CmafIndex index) {
        return index.segments().stream()
                .map(each -> new Segment(each.offset(), each.length(), each.durationTicks()))
                .toList();
    }

    private static byte[] bytes(GrowingFile file, Segment segment) {
        return array(file.read(segment));
    }

    private static byte[] array(java.nio.ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static int frames(Path file) {
        return Integer.parseInt(Fixtures.ffprobe(
                "-v",
                "error",
                "-count_frames",
                "-select_streams",
                "v",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                file.toString()));
    }
}
