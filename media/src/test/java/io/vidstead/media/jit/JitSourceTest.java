package io.vidstead.media.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.media.AudioStream;
import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.VideoStream;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.tools.FfmpegTools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a virtual rendition must keep: every picture and sound of the original, at its time, whatever range is asked for. */
class JitSourceTest {
    private static FfmpegTools tools;

    @TempDir
    static Path folder;

    @BeforeAll
    static void unpack() {
        tools = FfmpegTools.packaged(Path.of("target", "tools"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-bf 3 -movflags +faststart",
                "-bf 0",
                "-bf 2 -g 37 -sc_threshold 0",
                "-bf 2 -use_editlist 0",
                "-bf 2 -x264-params open-gop=1:keyint=48",
                "-bf 1 -video_track_timescale 600"
            })
    void keepsEveryPictureAtItsTime(String options) throws Exception {
        var original = make("picture" + options.hashCode(), 13, "-r 30 " + options);
        var video = open(original).video();
        var written = write(video, "video" + options.hashCode());

        var expected = frames(original);
        assertThat(relative(frames(written))).isEqualTo(relative(expected)).hasSizeGreaterThan(380);
        assertThat(video.index().seconds(video.index().startTicks()) * 90_000)
                .isCloseTo((double) expected.getFirst().ticks(), within(1.0));
        assertThat(video.index().segments()).hasSizeBetween(2, 4);
        assertThat(video.index().durationSeconds()).isBetween(12.9, 13.1);
    }

    @Test
    void writesWhatAReaderOfWrittenFilesReads() throws Exception {
        var original = make("reader", 9, "-bf 2");
        for (var rendition : tracks(open(original))) {
            var read =
                    CmafFile.read(write(rendition, "reader" + rendition.index().kind()));
            assertThat(read.segments()).isEqualTo(rendition.index().segments());
            assertThat(read.codecs()).isEqualTo(rendition.index().codecs());
            assertThat(read.init()).isEqualTo(rendition.index().init());
            assertThat(read.sidx()).isEqualTo(rendition.index().sidx());
            assertThat(read.startTicks()).isEqualTo(rendition.index().startTicks());
        }
    }

    /** Whoever sends to a socket waits for each of them. */
    @Test
    void handsItsBytesOnInFewPortions() throws Exception {
        var video = open(make("portions", 9, "-bf 2")).video();
        List<Integer> portions = new ArrayList<>();
        video.transferTo(new ByteRange(0, video.size()), new WritableByteChannel() {
            @Override
            public int write(ByteBuffer bytes) {
                portions.add(bytes.remaining());
                bytes.position(bytes.limit());
                return portions.getLast();
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        });

        assertThat(portions.stream().mapToLong(Integer::longValue).sum()).isEqualTo(video.size());
        assertThat((long) portions.size()).isLessThan(video.samples() / 4);
    }

    @Test
    void keepsTheSoundInStepWithThePicture() throws Exception {
        var original = make("sound", 10, "-bf 2");
        var audio = open(original).audio().orElseThrow();
        var times = probe(write(audio, "sound-only"), "-show_entries", "packet=pts_time", "-of", "csv=p=0");
        double first = Double.parseDouble(times.getFirst().replace(",", ""));
        double last = Double.parseDouble(times.getLast().replace(",", ""));

        assertThat(first).isBetween(0.0, 0.012);
        assertThat(last).isBetween(9.9, 10.05);
        assertThat(audio.index().codecs()).isEqualTo("mp4a.40.2");
    }

    @Test
    void makesAnyRangeAlike() throws Exception {
        var video = open(make("ranges", 9, "-bf 2")).video();
        byte[] whole = bytes(video, new ByteRange(0, video.size()));
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(whole.length);
            int length = random.nextInt(Math.min(whole.length - from, 1 << (4 + random.nextInt(18))) + 1);
            assertThat(bytes(video, new ByteRange(from, length)))
                    .isEqualTo(Arrays.copyOfRange(whole, from, from + length));
        }
        assertThat(bytes(video, new ByteRange(whole.length, 0))).isEmpty();
    }

    @Test
    void servesPicturesWithoutSound() throws Exception {
        var original = run("silent.mp4", "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -c:v libx264 -preset ultrafast");
        var source = JitSource.open(original, info(false)).orElseThrow();

        assertThat(source.audio()).isEmpty();
        assertThat(source.needsAudio()).isFalse();
    }

    @Test
    void saysWhenSoundMustBePackagedByItself() throws Exception {
        var original = run(
                "mp3.mp4",
                "-f lavfi -i testsrc2=s=320x180:r=25:d=3 -f lavfi -i anoisesrc=c=pink:a=0.1:s=1:r=44100:d=3 -c:v libx264 -preset ultrafast -c:a libmp3lame");
        var source = JitSource.open(original, info(true)).orElseThrow();

        assertThat(source.audio()).isEmpty();
        assertThat(source.needsAudio()).isTrue();
    }

    @Test
    void unwrapsTheSoundOfQuickTimeFiles() throws Exception {
        var original = run(
                "quicktime.mov",
                "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -f lavfi -i anoisesrc=c=pink:a=0.1:s=1:r=44100:d=5 -c:v libx264 -preset ultrafast -c:a aac");
        var audio = open(original).audio().orElseThrow();
        var written = write(audio, "quicktime-sound");

        assertThat(CmafFile.read(written).codecs()).isEqualTo("mp4a.40.2");
        assertThat(probe(written, "-count_frames", "-show_entries", "stream=codec_name,sample_rate", "-of", "csv=p=0"))
                .containsExactly("aac,44100");
        assertThat(audio.index().durationSeconds()).isBetween(4.9, 5.1);
    }

    @Test
    void keepsTheTurnOfRotatedVideos() throws Exception {
        var original = run("turned.mp4", "-display_rotation -90 -i " + make("upright", 4, "-bf 2") + " -c copy");
        var rotation = probe(
                write(open(original).video(), "turned"),
                "-show_entries",
                "stream_side_data=rotation",
                "-of",
                "csv=p=0");

        assertThat(rotation).contains("-90");
    }

    @Test
    void declinesTablesThatClaimMoreThanTheFileHolds() throws Exception {
        byte[] bytes = Files.readAllBytes(make("claims", 3, "-movflags +faststart"));
        int sizes = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("stsz");
        java.nio.ByteBuffer.wrap(bytes).putInt(sizes + 8, 1_000_000).putInt(sizes + 12, 3_999_999);

        assertThat(JitSource.open(Files.write(folder.resolve("claims-more.mp4"), bytes), info(true)))
                .isEmpty();
    }

    @Test
    void leavesLateSoundToBePackagedWithSilenceBeforeIt() throws Exception {
        var punctual = make("punctual", 4, "-bf 2");
        var late = run("late.mp4", "-i " + punctual + " -itsoffset 0.5 -i " + punctual + " -map 0:v -map 1:a -c copy");

        assertThat(open(late).needsAudio()).isTrue();
        assertThat(open(punctual).needsAudio()).isFalse();
    }

    @Test
    void declinesOtherContainers() throws Exception {
        var matroska = run("other.mkv", "-f lavfi -i testsrc2=s=320x180:r=25:d=3 -c:v libx264 -preset ultrafast");

        assertThat(JitSource.open(matroska, info(false))).isEmpty();
    }

    @Test
    void declinesAFileThatWasCutOff() throws Exception {
        var original = make("cut", 6, "-movflags +faststart");
        var cut = folder.resolve("cut-off.mp4");
        byte[] bytes = Files.readAllBytes(original);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertThat(JitSource.open(cut, info(true))).isEmpty();
    }

    /** Whatever is broken in the boxes: declined or served, in bounded time, never another exception. */
    @Test
    void survivesBrokenBoxes() throws Exception {
        byte[] bytes = Files.readAllBytes(make("broken", 3, "-bf 2 -movflags +faststart"));
        int moov = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("moov");
        var random = new Random(11);
        var file = folder.resolve("mutated.mp4");
        for (int i = 0; i < 2000; i++) {
            byte[] mutated = bytes.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutated[moov + random.nextInt(6000)] = (byte) random.nextInt(256);
            }
            Files.write(file, mutated, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            JitSource.open(file, info(true))
                    .ifPresent(source -> assertThat(source.video().size()).isPositive());
        }
    }

    private static Path make(String name, int seconds, String options) throws Exception {
        return run(
                name + ".mp4",
                "-f lavfi -i testsrc2=s=320x180:r=30:d=" + seconds
                        + " -f lavfi -i anoisesrc=c=pink:a=0.1:s=1:r=44100:d=" + seconds
                        + " -c:v libx264 -preset veryfast -g 60 -pix_fmt yuv420p " + options + " -c:a aac");
    }

    private static Path run(String name, String arguments) throws Exception {
        var out = folder.resolve(name);
        var command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments.split(" ")));
        command.add(out.toString());
        output(command);
        return out;
    }

    /** A decoded picture; ticks of 1/90000 s. */
    private record Frame(long ticks, String md5) {}

    private static List<Frame> frames(Path file) throws Exception {
        return output(List.of(
                        tools.ffmpeg().toString(),
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
                .stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",\\s*"))
                .map(part -> new Frame(Long.parseLong(part[2]), part[5]))
                .toList();
    }

    /** Times from the first frame on: ffmpeg moves a whole track where composition offsets are negative. */
    private static List<Frame> relative(List<Frame> frames) {
        long first = frames.getFirst().ticks();
        return frames.stream()
                .map(frame -> new Frame(frame.ticks() - first, frame.md5()))
                .toList();
    }

    private static List<String> probe(Path file, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(tools.ffprobe().toString(), "-v", "error"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        return output(command);
    }

    private static List<String> output(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = process.inputReader().readAllLines();
        assertThat(process.waitFor()).as("%s%n%s", command, lines).isZero();
        return lines;
    }

    private static JitSource open(Path original) {
        return JitSource.open(original, info(true)).orElseThrow();
    }

    private static List<VirtualRendition> tracks(JitSource source) {
        return List.of(source.video(), source.audio().orElseThrow());
    }

    private static MediaInfo info(boolean audio) {
        return new MediaInfo(
                "mov,mp4,m4a,3gp,3g2,mj2",
                Duration.ofSeconds(9),
                1,
                1,
                new VideoStream(
                        0,
                        "h264",
                        "High",
                        30,
                        320,
                        180,
                        320,
                        180,
                        0,
                        true,
                        FrameRate.of(30),
                        FrameRate.of(30),
                        "yuv420p",
                        8,
                        false,
                        false),
                audio ? List.of(new AudioStream(1, "aac", "LC", 1, 44_100, "")) : List.of());
    }

    private static Path write(VirtualRendition rendition, String name) throws IOException {
        var file = folder.resolve(name + ".cmaf.mp4");
        Files.write(file, bytes(rendition, new ByteRange(0, rendition.size())));
        return file;
    }

    private static byte[] bytes(VirtualRendition rendition, ByteRange range) throws IOException {
        var out = new ByteArrayOutputStream();
        rendition.transferTo(range, Channels.newChannel(out));
        return out.toByteArray();
    }
}
