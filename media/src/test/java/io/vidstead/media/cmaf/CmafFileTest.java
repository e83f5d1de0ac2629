package io.vidstead.media.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import io.vidstead.media.TrackKind;
import io.vidstead.media.encode.Packager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmafFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "libx264|-profile:v baseline -level 3.0,avc1.42c01e",
        "libx264|-profile:v high -level 4.0,avc1.640028",
        "libx265|-x265-params log-level=none -tag:v hvc1,hvc1.1.6.L30.90",
        "libsvtav1|-svtav1-params color-primaries=1,av01.0.00M.08",
        "libvpx-vp9|-deadline realtime,vp09.00.10.08"
    })
    void namesTheCodecs(String coding, String expected) {
        var parts = coding.split("\\|", 2);
        var arguments = new java.util.ArrayList<>(
                List.of("-f", "lavfi", "-i", "testsrc2=s=64x64:r=25:d=0.5", "-pix_fmt", "yuv420p", "-c:v", parts[0]));
        arguments.addAll(List.of(parts[1].split(" ")));
        arguments.addAll(List.of("-movflags", "+cmaf+frag_keyframe+empty_moov+global_sidx"));
        var index = CmafFile.read(Fixtures.made("codec-" + expected + ".mp4", arguments));
        assertThat(index.codecs()).isEqualTo(expected);
        assertThat(index.frameRate()).isEqualTo(FrameRate.of(25));
    }

    @Test
    void survivesItsJson() {
        var index = sample();
        assertThat(CmafIndex.fromJson(index.toJson())).isEqualTo(index);
        assertThat(index.toJson()).hasSizeLessThan(600);
    }

    @ParameterizedTest
    @CsvSource({"''", "{}", "[]", "{\"version\":2}", "{\"version\":1;\"kind\":3}", "nul"})
    void refusesOtherJson(String json) {
        assertThatThrownBy(() -> CmafIndex.fromJson(json.replace(';', ','))).isInstanceOf(MediaException.class);
    }

    @Test
    void measuresBandwidthAsHlsDefinesIt() {
        var segments = List.of(new Segment(0, 1000, 4000), new Segment(1000, 3000, 4000), new Segment(4000, 900, 1000));
        var index = index(segments);
        assertThat(index.averageBandwidthBps()).isEqualTo((long) Math.ceil(4900 * 8 / 9.0));
        // The last segment is shorter than half of the target, so it counts only together with its neighbour.
        assertThat(index.peakBandwidthBps()).isEqualTo((long) Math.ceil(3900 * 8 / 5.0));
        assertThat(index.targetSeconds()).isEqualTo(4);
    }

    @Test
    void readsNoFileThatIsNoRendition() throws Exception {
        for (var bytes : List.of(new byte[0], new byte[7], new byte[4096], Files.readAllBytes(Fixtures.clip()))) {
            var file = Files.write(folder.resolve("other"), bytes);
            assertThatThrownBy(() -> CmafFile.read(file)).isInstanceOf(MediaException.class);
        }
    }

    /** Damaged headers give an index that holds together, or a refusal; never anything else, and none hangs. */
    @Test
    @Timeout(300)
    void holdsAgainstThousandsOfMutations() throws Exception {
        var info = Fixtures.info(Fixtures.tiny());
        var files = new Packager(Fixtures.sandbox()).copy(Fixtures.tiny(), info, folder, new Cancellation());
        var random = new Random(20260101);
        var whole = List.of(
                Files.readAllBytes(files.get(0).file()),
                Files.readAllBytes(files.get(1).file()));
        int refused = 0;
        for (int round = 0; round < 6000; round++) {
            var file = Files.write(
                    folder.resolve("mutated"), mutate(whole.get(round % 2).clone(), random));
            try {
                assertConsistent(CmafFile.read(file), Files.size(file));
            } catch (MediaException e) {
                assertThat(e.code()).isEqualTo(MediaException.Code.MALFORMED_MEDIA);
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 5999);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(Math.min(bytes.length, 2600));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0 : -1));
                default -> System.arraycopy(bytes, at, bytes, random.nextInt(2000), random.nextInt(100));
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void assertConsistent(CmafIndex index, long size) {
        assertThat(index.segments()).isNotEmpty();
        assertThat(index.timescale()).isPositive();
        assertThat(index.durationSeconds()).isPositive();
        var last = index.segments().getLast();
        assertThat(last.offset() + last.length()).isLessThanOrEqualTo(size);
        assertThat(index.peakBandwidthBps()).isGreaterThanOrEqualTo(index.averageBandwidthBps());
        assertThat(CmafIndex.fromJson(index.toJson())).isEqualTo(index);
    }

    private static CmafIndex sample() {
        var info = Fixtures.info(Fixtures.clip());
        return index(List.of(
                new Segment(100, 1000, 4000), new Segment(1100, 5, 4000), new Segment(2000, 7, info.sizeBytes())));
    }

    private static CmafIndex index(List<Segment> segments) {
        return new CmafIndex(
                TrackKind.VIDEO,
                "avc1.640028",
                1000,
                -5,
                new ByteRange(0, 50),
                new ByteRange(50, 50),
                segments,
                640,
                360,
                FrameRate.parse("30000/1001"),
                0,
                0);
    }
}
