package io.vidstead.media.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.media.Fixtures;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.jit.ArrivingSource.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in fragments, and files of which a part only is there. */
class FragmentedSourceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frag_keyframe+empty_moov",
                "frag_keyframe+empty_moov+default_base_moof+global_sidx",
                "frag_keyframe+empty_moov+separate_moof+omit_tfhd_offset",
                "frag_every_frame+empty_moov+default_base_moof+cmaf+negative_cts_offsets",
                "dash+delay_moov"
            })
    void keepsEveryPictureAndAllSoundAtTheirTimes(String flags) throws IOException {
        var original = fragmented(flags);
        var source = JitSource.open(original, Fixtures.info(original)).orElseThrow();
        var video = write(source.video(), "video.mp4");
        var audio = write(source.audio().orElseThrow(), "audio.mp4");

        assertThat(pictures(video)).isEqualTo(pictures(original)).hasSize(240);
        assertThat(packets(audio)).isCloseTo(packets(original), within(2));
        assertThat(source.needsAudio()).isFalse();
        assertThat(source.video().index().segments()).hasSize(2);
        assertThat(source.video().index().durationSeconds()).isCloseTo(8, within(0.1));
        assertThat(CmafFile.read(video).segments())
                .isEqualTo(source.video().index().segments());
    }

    @Test
    void isReadWhileItArrivesAsWhenItIsWhole() throws IOException {
        for (var original : List.of(fragmented("frag_keyframe+empty_moov"), faststart())) {
            MediaInfo info = Fixtures.info(original);
            var whole = JitSource.open(original, info).orElseThrow();
            byte[] bytes = Files.readAllBytes(original);
            var file = folder.resolve("arriving.mp4");
            var arriving = new ArrivingSource(file, bytes.length);
            var random = new Random(3);
            for (int known = 0; known < bytes.length; ) {
                known = Math.min(bytes.length, known + 1 + random.nextInt(40_000));
                Files.write(file, Arrays.copyOf(bytes, known));
                assertThat(arriving.readTo(known)).isNotEqualTo(Stage.NOT_SUITED);
            }

            assertThat(arriving.source(info).orElseThrow().video().index())
                    .isEqualTo(whole.video().index());
            assertThat(arriving.source(info).orElseThrow().audio().orElseThrow().index())
                    .isEqualTo(whole.audio().orElseThrow().index());
            assertThat(arriving.fingerprint().orElseThrow().matches(original)).isTrue();
        }
    }

    @Test
    void aMovieHeaderInFrontIsEnough() throws IOException {
        var original = faststart();
        byte[] bytes = Files.readAllBytes(original);
        int beginning = bytes.length / 3;
        var file = Files.write(folder.resolve("beginning.mp4"), Arrays.copyOf(bytes, beginning));
        var info = switch (Fixtures.prober().probe(file, bytes.length)) {
            case io.vidstead.media.probe.ProbeResult.Accepted(var found) -> found;
            case io.vidstead.media.probe.ProbeResult.Refused refused -> throw new AssertionError(refused);
        };
        var arriving = new ArrivingSource(file, bytes.length);

        assertThat(arriving.readTo(beginning)).isEqualTo(Stage.INDEXED);
        assertThat(info).isEqualTo(Fixtures.info(original));
        assertThat(arriving.source(info).orElseThrow().video().index())
                .isEqualTo(JitSource.open(original, info).orElseThrow().video().index());
    }

    @Test
    void aFileWithAnotherHeaderIsNotTheOneThatWasRead() throws IOException {
        byte[] bytes = Files.readAllBytes(faststart());
        var file = Files.write(folder.resolve("one.mp4"), bytes);
        var arriving = new ArrivingSource(file, bytes.length);
        arriving.readTo(bytes.length);
        var fingerprint = arriving.fingerprint().orElseThrow();
        bytes[(int) fingerprint.place().end() - 1]++;

        assertThat(fingerprint.matches(file)).isTrue();
        assertThat(fingerprint.matches(Files.write(folder.resolve("other.mp4"), bytes)))
                .isFalse();
        assertThat(fingerprint.matches(Files.write(file, new byte[40]))).isFalse();
    }

    /** A few bytes that claim to describe gigabytes of tables. */
    @Test
    void declinesRunsThatClaimMoreThanTheFileHolds() throws IOException {
        var original = fragmented("frag_keyframe+empty_moov+default_base_moof");
        var info = Fixtures.info(original);
        byte[] bytes = Files.readAllBytes(original);
        int run = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("trun");
        ByteBuffer.wrap(bytes).putInt(run + 4, 0x01000001).putInt(run + 8, 3_999_999);

        assertThat(JitSource.open(Files.write(folder.resolve("claims.mp4"), bytes), info))
                .isEmpty();
    }

    /** Whatever is broken in the boxes: declined or served, in bounded time, never another exception. */
    @Test
    void survivesBrokenFragments() throws IOException {
        var original = fragmented(Fixtures.tiny(), "frag_keyframe+empty_moov+default_base_moof");
        var info = Fixtures.info(original);
        byte[] bytes = Files.readAllBytes(original);
        var heads = places(bytes, "moov", "moof", "trun", "tfhd", "tfdt", "trex");
        var random = new Random(5);
        var file = folder.resolve("mutated.mp4");
        for (int i = 0; i < 1500; i++) {
            byte[] mutated = bytes.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = heads.get(random.nextInt(heads.size())) - 4 + random.nextInt(64);
                mutated[Math.min(at, bytes.length - 1)] = (byte) random.nextInt(256);
            }
            Files.write(file, random.nextInt(8) == 0 ? Arrays.copyOf(mutated, random.nextInt(bytes.length)) : mutated);
            JitSource.open(file, info)
                    .ifPresent(source -> assertThat(source.video().size()).isPositive());
        }
    }

    private static List<Integer> places(byte[] bytes, String... types) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var places = new ArrayList<Integer>();
        for (var type : types) {
            for (int at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 4)) {
                places.add(at);
            }
        }
        return places;
    }

    private static Path faststart() {
        return Fixtures.made(
                "faststart.mp4", List.of("-i", Fixtures.clip().toString(), "-c", "copy", "-movflags", "+faststart"));
    }

    private static Path fragmented(String flags) {
        return fragmented(Fixtures.clip(), flags);
    }

    private static Path fragmented(Path source, String flags) {
        return Fixtures.made(
                "fragmented-" + flags + "-" + source.getFileName(),
                List.of("-i", source.toString(), "-c", "copy", "-movflags", "+" + flags));
    }

    /** Decoded pictures with their times in 1/90000 s, from the first on. */
    private static List<String> pictures(Path file) {
        var lines = Fixtures.ffmpeg(List.of(
                        "-v",
                        "error",
                        "-copyts",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v",
                        "-fps_mode",
                        "passthrough",
                        "-enc_time_base",
                        "1/90000",
                        "-f",
                        "framemd5",
                        "-"))
                .lines()
                .filter(line -> line.startsWith("0,"))
                .map(line -> line.split(",\\s*"))
                .toList();
        long first = Long.parseLong(lines.getFirst()[2]);
        return lines.stream()
                .map(part -> (Long.parseLong(part[2]) - first) + " " + part[5])
                .toList();
    }

    private static int packets(Path file) {
        return Fixtures.ffprobe(
                        "-v",
                        "error",
                        "-select_streams",
                        "a",
                        "-show_entries",
                        "packet=size",
                        "-of",
                        "csv=p=0",
                        file.toString())
                .lines()
                .toList()
                .size();
    }

    private Path write(VirtualRendition rendition, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        rendition.transferTo(new ByteRange(0, rendition.size()), Channels.newChannel(out));
        return Files.write(folder.resolve(name), out.toByteArray());
    }
}
