package io.vidstead.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Fixtures;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.probe.ProbeResult.Accepted;
import io.vidstead.media.probe.ProbeResult.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProberTest {

    @Test
    void describesAVideo() {
        var info = info(Fixtures.clip());
        assertThat(info.container()).contains("mp4");
        assertThat(info.duration()).isBetween(Duration.ofMillis(7990), Duration.ofMillis(8030));
        assertThat(info.bitrateBps()).isBetween(100_000L, 20_000_000L);
        var video = info.video();
        assertThat(video.codec()).isEqualTo("h264");
        assertThat(List.of(video.width(), video.height(), video.codedWidth(), video.codedHeight()))
                .containsExactly(640, 360, 640, 360);
        assertThat(video.averageRate().perSecond()).isEqualTo(30);
        assertThat(video.bitDepth()).isEqualTo(8);
        assertThat(video.hdr()).isFalse();
        assertThat(video.interlaced()).isFalse();
        assertThat(video.squarePixels()).isTrue();
        assertThat(info.audio()).singleElement().satisfies(audio -> {
            assertThat(audio.codec()).isEqualTo("aac");
            assertThat(audio.profile()).isEqualTo("LC");
            assertThat(audio.sampleRateHz()).isEqualTo(44_100);
            assertThat(audio.language()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"car-detection.mp4,768,432", "one-by-one-person-detection.mp4,768,432"})
    void describesTheSharedClips(String name, int width, int height) {
        var video = info(Fixtures.shared(name)).video();
        assertThat(video.codec()).isEqualTo("h264");
        assertThat(List.of(video.width(), video.height())).containsExactly(width, height);
    }

    @Test
    void turnsTheSizeOfRotatedVideos() {
        var video = info(Fixtures.rotated()).video();
        assertThat(video.rotation()).isEqualTo(90);
        assertThat(List.of(video.width(), video.height(), video.codedWidth())).containsExactly(360, 640, 640);
    }

    @Test
    void countsOblongPixels() {
        var file = Fixtures.picture("pal.mp4", "720x576", "25", "1", Fixtures.h264("-vf", "setsar=16/11"));
        var video = info(file).video();
        assertThat(video.squarePixels()).isFalse();
        assertThat(List.of(video.width(), video.height())).containsExactly(1047, 576);
    }

    @Test
    void seesTenBitsHdrAndInterlacing() {
        var video = info(Fixtures.hdr()).video();
        assertThat(video.codec()).isEqualTo("hevc");
        assertThat(video.bitDepth()).isEqualTo(10);
        assertThat(video.hdr()).isTrue();
        assertThat(info(Fixtures.interlaced()).video().interlaced()).isTrue();
    }

    @Test
    void measuresTheLengthThatAContainerDoesNotTell() {
        var file = Fixtures.made(
                "live.mkv", List.of("-i", Fixtures.clip().toString(), "-c", "copy", "-live", "1", "-f", "matroska"));
        assertThat(info(file).duration()).isBetween(Duration.ofMillis(7800), Duration.ofMillis(8200));
    }

    static Stream<List<String>> containers() {
        return Stream.of(
                List.of("c.mkv", "copy", "copy"),
                List.of("c.mov", "copy", "pcm_s16le"),
                List.of("c.ts", "copy", "copy"),
                List.of("c.avi", "mpeg4", "mp3"),
                List.of("c.flv", "flv", "mp3"),
                List.of("c.webm", "libvpx", "libopus"),
                List.of("c.mpg", "mpeg2video", "mp2"),
                List.of("c.asf", "wmv2", "wmav2"),
                List.of("c.mxf", "mpeg2video", "pcm_s16le"));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void acceptsTheContainersPeopleHave(List<String> made) {
        var file = Fixtures.made(
                made.get(0),
                List.of(
                        "-i",
                        Fixtures.clip().toString(),
                        "-t",
                        "2",
                        "-c:v",
                        made.get(1),
                        "-c:a",
                        made.get(2),
                        "-r",
                        "25",
                        "-ar",
                        "48000",
                        "-deadline",
                        "realtime"));
        assertThat(info(file).duration()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2200));
        assertThat(info(file).hasAudio()).isTrue();
    }

    @Test
    void acceptsSilentVideos() {
        var file = Fixtures.made("silent.mp4", List.of("-i", Fixtures.clip().toString(), "-an", "-c", "copy"));
        assertThat(info(file).hasAudio()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''|empty_file
            #EXTM3U\\n#EXTINF:1,\\nfile:///etc/passwd\\n#EXT-X-ENDLIST|playlist
            \\n #EXTM3U\\nhttp://127.0.0.1/|playlist
            ffconcat version 1.0\\nfile '/etc/passwd'|playlist
            <?xml version="1.0"?><MPD><Period/></MPD>|playlist
            <svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>|image
            <?xml version="1.0"?><svg/>|image
            <html></html>|not_a_video
            PK\u0003\u0004rest of an archive|not_a_video
            %PDF-1.7|not_a_video
            plain words|not_a_video
            # a comment\\n#EXTM3U\\nfile:///etc/passwd|not_a_video
            """)
    void refusesWhatOnlyPretends(String content, String code) {
        var bytes = content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertRefused(Fixtures.file("pretends.mp4", bytes), code);
    }

    @Test
    void refusesPictures() {
        for (var kind : List.of("png", "jpg", "gif", "webp", "bmp", "tiff", "avif")) {
            var file = Fixtures.made(
                    "still." + kind, List.of("-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1"));
            assertRefused(file, "image");
        }
    }

    @Test
    void soundAloneGetsADrawnPicture() {
        for (var kind : List.of("mp3", "m4a", "flac", "wav", "ogg")) {
            var file = Fixtures.made("tone." + kind, List.of("-f", "lavfi", "-i", "sine=d=1"));
            assertThat(info(file).video().isDrawn()).as(kind).isTrue();
            assertThat(info(file).audio()).hasSize(1);
        }
    }

    @Test
    void aCoverPictureIsNoMovingOne() {
        var cover = Fixtures.made("cover.jpg", List.of("-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1"));
        var file = Fixtures.made(
                "covered.mp3",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=1",
                        "-i",
                        cover.toString(),
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-c:v",
                        "copy"));
        assertThat(info(file).video().isDrawn()).isTrue();
    }

    @Test
    void refusesFilesThatAreCutOff() throws Exception {
        var whole = Files.readAllBytes(Fixtures.clip());
        assertRefused(Fixtures.file("no-moov.mp4", Arrays.copyOf(whole, whole.length / 2)), "truncated");
        var fast = Files.readAllBytes(Fixtures.made(
                "fast.mp4", List.of("-i", Fixtures.clip().toString(), "-c", "copy", "-movflags", "+faststart")));
        assertRefused(Fixtures.file("no-end.mp4", Arrays.copyOf(fast, fast.length / 2)), "truncated");
        assertThat(info(Fixtures.file("no-tail.mp4", Arrays.copyOf(fast, fast.length - 10))))
                .isNotNull();
    }

    @Test
    void refusesTooManyPixelsStreamsFramesAndTooLong() {
        var sizes = Fixtures.made(
                "wide.mkv",
                List.of("-f", "lavfi", "-i", "color=s=8192x5000:r=1:d=1", "-frames:v", "1", "-preset", "ultrafast"));
        assertRefused(sizes, "too_many_pixels");
        var streams = new java.util.ArrayList<>(List.of("-f", "lavfi", "-i", "sine=d=0.1"));
        for (int i = 0; i < 100; i++) {
            streams.addAll(List.of("-map", "0"));
        }
        assertRefused(Fixtures.made("streams.mka", streams), "too_many_streams");
        assertRefused(Fixtures.made("streams.m4a", streams), "too_many_streams");
        var fast = Fixtures.picture("fast-frames.mp4", "32x32", "1000", "3", Fixtures.h264());
        assertRefused(fast, "too_many_frames");
        var tiny = Fixtures.made("tiny.mkv", List.of("-f", "lavfi", "-i", "color=s=1x1:r=25:d=1", "-c:v", "ffv1"));
        assertRefused(tiny, "too_small");
    }

    @Test
    void measuresInsteadOfBelievingAHeaderOfABillionSeconds() throws Exception {
        var bytes = Files.readAllBytes(Fixtures.clip());
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var data = java.nio.ByteBuffer.wrap(bytes);
        data.putInt(text.indexOf("mvhd") + 20, 1_000_000_000);
        for (int at = text.indexOf("mdhd"); at >= 0; at = text.indexOf("mdhd", at + 1)) {
            data.putInt(at + 16, 1);
            data.putInt(at + 20, 1_000_000_000);
        }
        for (int at = text.indexOf("tkhd"); at >= 0; at = text.indexOf("tkhd", at + 1)) {
            data.putInt(at + 24, 1_000_000_000);
        }
        var result = Fixtures.prober().probe(Fixtures.file("billion.mp4", bytes));
        assertThat(result).isInstanceOfAny(Refused.class, Accepted.class);
        if (result instanceof Accepted(var info)) {
            assertThat(info.duration()).isLessThan(ProbeLimits.DEFAULT.maxDuration());
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        var limits = new ProbeLimits(16, 1 << 24, Duration.ofSeconds(5), 300, 1_000_000, Duration.ofSeconds(20));
        assertThat(new Prober(Fixtures.sandbox(), limits).probe(Fixtures.clip()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("too_long"));
    }

    @Test
    void keepsTagsOutOfEverything() {
        var file = Fixtures.made(
                "tags.mkv",
                List.of(
                        "-i",
                        Fixtures.clip().toString(),
                        "-c",
                        "copy",
                        "-metadata:s:a:0",
                        "language=\"><script>alert(1)</script>",
                        "-metadata",
                        "title=-y\n../../x"));
        var info = info(file);
        assertThat(info.audio().getFirst().language()).isEmpty();
        assertThat(info.toString()).doesNotContain("script", "..");
    }

    @Test
    void readsAFileWhoseNameLooksLikeAnOption() throws Exception {
        var file = Fixtures.file("-i.mp4", Files.readAllBytes(Fixtures.clip()));
        assertThat(info(file).video().codec()).isEqualTo("h264");
    }

    private static MediaInfo info(Path file) {
        return Fixtures.info(file);
    }

    private static void assertRefused(Path file, String code) {
        assertThat(Fixtures.prober().probe(file))
                .as("%s", file.getFileName())
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).as("%s", file.getFileName()).isEqualTo(code);
                    assertThat(refused.detail())
                            .matches(".*[.?]")
                            .doesNotContain("/", file.getFileName().toString());
                });
    }
}
