package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.cmaf.BoxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkJoinerTest {
    /** Without loss: what is decoded is, bit for bit, what was put in. */
    private static final int LOSSLESS = 0;

    private static final String PRESET = "superfast";
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    @TempDir
    private Path out;

    private final ChunkEncoder encoder = new ChunkEncoder(Fixtures.sandbox());

    static Stream<Path> sources() {
        var clip = Fixtures.clip().toString();
        return Stream.of(
                Fixtures.clip(),
                Fixtures.made(
                        "gaps.mkv",
                        List.of(
                                "-i",
                                clip,
                                "-vf",
                                "select='lt(mod(n,7),3)*not(between(n,100,190))',settb=1/1000",
                                "-fps_mode",
                                "vfr",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "veryfast",
                                "-x264-params",
                                "keyint=70:bframes=3:open-gop=1",
                                "-an")),
                Fixtures.made(
                        "late.mp4",
                        List.of(
                                "-i",
                                clip,
                                "-itsoffset",
                                "4.4",
                                "-i",
                                clip,
                                "-map",
                                "1:v",
                                "-map",
                                "0:a",
                                "-c",
                                "copy")),
                Fixtures.picture(
                        "ntsc.webm",
                        "320x240",
                        "30000/1001",
                        "9",
                        List.of("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-g", "400", "-an")),
                Fixtures.picture(
                        "fields.mkv",
                        "320x240",
                        "50",
                        "9",
                        Fixtures.h264("-vf", "tinterlace=4", "-an", "-flags", "+ildct+ilme")));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void holdsFrameForFrameWhatOneEncodeHolds(Path source) {
        var info = Fixtures.info(source);
        var rung = rung("240p", 320, 240, Ladder.frameRate(info.video()), LOSSLESS, 100_000_000);
        var whole = whole(source, info, List.of(rung)).getFirst();
        var joined = join(rung, chunks(source, info, List.of(rung), FOUR_SECONDS));
        assertThat(frames(joined.file())).isEqualTo(frames(whole.file()));
        assertThat(joined.index().segments()).hasSameSizeAs(whole.index().segments());
        assertThat(joined.index().durationTicks()).isEqualTo(whole.index().durationTicks());
    }

    @Test
    void isSeamlessAsLargeAndAsGood() throws IOException {
        var info = Fixtures.info(Fixtures.clip());
        var rungs = List.of(
                rung("360p", 640, 360, FrameRate.of(30), 23, 800_000),
                rung("240p", 426, 240, FrameRate.of(30), 23, 400_000));
        var whole = whole(Fixtures.clip(), info, rungs);
        var chunks = chunks(Fixtures.clip(), info, rungs, FOUR_SECONDS);
        assertThat(chunks).hasSize(2);
        for (var rung : rungs) {
            var joined = join(rung, chunks);
            var uncut = whole.get(rungs.indexOf(rung));
            assertThat(times(joined.file())).hasSize(240).isEqualTo(times(uncut.file()));
            assertThat(Fixtures.ffmpeg(
                            List.of("-v", "error", "-i", joined.file().toString(), "-f", "null", "-")))
                    .isEmpty();
            assertThat(ssim(joined.file(), rung)).isCloseTo(ssim(uncut.file(), rung), within(0.002));
            assertThat((double) Files.size(joined.file())).isLessThan(Files.size(uncut.file()) * 1.03);
            assertThat(numbers(joined.file())).containsExactly(1, 2);
        }
    }

    @Test
    void refusesChunksThatWereCodedDifferentlyOrDoNotFollow() {
        var info = Fixtures.info(Fixtures.clip());
        var rung = rung("240p", 426, 240, FrameRate.of(30), 23, 400_000);
        var parts = parts(rung, chunks(Fixtures.clip(), info, List.of(rung), FOUR_SECONDS));
        var gap = List.of(parts.getFirst(), parts.getFirst());
        assertThatThrownBy(() -> ChunkJoiner.join("240p", grid(rung), gap, out.resolve("x.mp4")))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("does not begin where");
        var other = rung("240p", 424, 240, FrameRate.of(30), 23, 400_000);
        var mixed = List.of(
                parts.getFirst(),
                parts(other, chunks(Fixtures.clip(), info, List.of(other), FOUR_SECONDS))
                        .getLast());
        assertThatThrownBy(() -> ChunkJoiner.join("240p", grid(rung), mixed, out.resolve("x.mp4")))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("coded differently");
    }

    @Test
    void aChunkBehindTheEndOfThePictureIsEmpty() {
        var info = Fixtures.info(Fixtures.clip());
        var rung = rung("240p", 426, 240, FrameRate.of(30), 23, 400_000);
        assertThat(encode(Fixtures.clip(), info, List.of(rung), Chunk.startingAt(360)))
                .isEmpty();
        assertThat(encode(Fixtures.clip(), info, List.of(rung), Chunk.between(120, 360)))
                .singleElement()
                .satisfies(rest -> assertThat(rest.index().durationSeconds()).isEqualTo(4));
    }

    @Test
    void tellsHowFarAChunkIs() {
        var told = new ArrayList<Double>();
        var info = Fixtures.info(Fixtures.clip());
        var rung = rung("240p", 426, 240, FrameRate.of(30), 23, 400_000);
        encoder.encode(
                Fixtures.clip(),
                info,
                List.of(rung),
                PRESET,
                Chunk.startingAt(120),
                out,
                progress -> told.add(progress.fraction()),
                new Cancellation());
        assertThat(told).isSorted();
        assertThat(told.getLast()).isBetween(0.9, 1.0);
    }

    @Test
    void soundIsEncodedByItself() {
        var sound = new SoundEncoder(Fixtures.sandbox())
                .encode(
                        Fixtures.clip(),
                        Fixtures.info(Fixtures.clip()),
                        out,
                        Progress.Listener.NONE,
                        new Cancellation());
        assertThat(sound).singleElement().satisfies(track -> {
            assertThat(track.name()).isEqualTo("audio");
            assertThat(track.index().durationSeconds()).isBetween(7.95, 8.05);
        });
    }

    private static Rung rung(String name, int width, int height, FrameRate rate, int crf, int maxBitrateBps) {
        return new Rung(name, width, height, rate, VideoCodec.H264, crf, maxBitrateBps);
    }

    private record Encoded(Chunk chunk, List<Rendition> rungs) {}

    private List<Encoded> chunks(Path source, MediaInfo info, List<Rung> rungs, Duration length) {
        return ChunkPlan.of(info, rungs.getFirst().frameRate(), length).stream()
                .map(chunk -> new Encoded(chunk, encode(source, info, rungs, chunk)))
                .toList();
    }

    private List<Rendition> encode(Path source, MediaInfo info, List<Rung> rungs, Chunk chunk) {
        return encoder.encode(source, info, rungs, PRESET, chunk, folder(), Progress.Listener.NONE, new Cancellation());
    }

    private List<Rendition> whole(Path source, MediaInfo info, List<Rung> rungs) {
        return new LadderEncoder(Fixtures.sandbox())
                .encode(source, info, rungs, PRESET, false, folder(), Progress.Listener.NONE, new Cancellation());
    }

    private Rendition join(Rung rung, List<Encoded> chunks) {
        return ChunkJoiner.join(rung.name(), grid(rung), parts(rung, chunks), folder().resolve("joined.mp4"));
    }

    private static List<ChunkJoiner.Part> parts(Rung rung, List<Encoded> chunks) {
        return chunks.stream()
                .map(encoded -> {
                    var rendition = encoded.rungs().stream()
                            .filter(each -> each.name().equals(rung.name()))
                            .filter(each -> each.index().height() == rung.height())
                            .findFirst()
                            .orElseThrow();
                    return new ChunkJoiner.Part(
                            encoded.chunk(), rendition.index(), () -> Files.newInputStream(rendition.file()));
                })
                .toList();
    }

    private static FrameGrid grid(Rung rung) {
        return new FrameGrid(rung.frameRate());
    }

    private Path folder() {
        try {
            return Files.createTempDirectory(out, "encode");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Time and hash of every decoded frame. */
    private static List<String> frames(Path file) {
        return Fixtures.ffmpeg(List.of("-v", "error", "-i", file.toString(), "-f", "framemd5", "-"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> times(Path file) {
        return Fixtures.ffprobe(
                        "-v", "error", "-show_entries", "packet=pts,dts,duration", "-of", "csv=p=0", file.toString())
                .lines()
                .toList();
    }

    private static double ssim(Path file, Rung rung) {
        var said = Fixtures.ffmpeg(List.of(
                "-i",
                file.toString(),
                "-i",
                Fixtures.clip().toString(),
                "-lavfi",
                "[1:v]scale=" + rung.width() + ":" + rung.height() + "[r];[0:v][r]ssim",
                "-f",
                "null",
                "-"));
        int at = said.lastIndexOf("All:") + 4;
        return Double.parseDouble(said.substring(at, said.indexOf(' ', at)));
    }

    private static List<Integer> numbers(Path file) throws IOException {
        try (var boxes = BoxFile.open(file)) {
            var numbers = new ArrayList<Integer>();
            for (var place : boxes.places(100, _ -> false)) {
                if (place.type().equals("moof")) {
                    numbers.add(boxes.box(place, 1 << 20).require("mfhd").body().getInt(4));
                }
            }
            return numbers;
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
