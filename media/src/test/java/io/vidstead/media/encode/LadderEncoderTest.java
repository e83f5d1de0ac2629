package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.MediaException;
import io.vidstead.media.Progress;
import io.vidstead.media.VideoRange;
import io.vidstead.media.cmaf.CmafIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderEncoderTest {
    private static final String PRESET = "ultrafast";

    @TempDir
    private Path out;

    private final LadderEncoder encoder = new LadderEncoder(Fixtures.sandbox());

    @Test
    void encodesAllRungsWithEqualSegmentBorders() {
        var told = new ArrayList<Progress>();
        var renditions = encode(Fixtures.clip(), told::add);
        assertThat(renditions).extracting(Rendition::name).containsExactly("360p", "240p", "144p", "audio");
        assertThat(renditions).allSatisfy(rendition -> {
            assertThat(rendition.index().startTicks()).isZero();
            assertThat(rendition.index().durationSeconds()).isBetween(7.95, 8.05);
            assertThat(rendition.source()).isFalse();
        });
        assertThat(borders(renditions.get(0).index()))
                .containsExactly(4.0, 8.0)
                .isEqualTo(borders(renditions.get(1).index()));
        assertThat(renditions.getLast().index().segments()).hasSizeBetween(2, 3);
        assertThat(told.getLast().fraction()).isEqualTo(1);
        assertThat(told.getLast().remaining()).isZero();
        var small = renditions.get(1).index();
        assertThat(List.of(small.width(), small.height())).containsExactly(426, 240);
        assertThat(Fixtures.info(renditions.get(1).file()).video().squarePixels())
                .isTrue();
        assertThat(small.frameRate().perSecond()).isEqualTo(30);
    }

    @Test
    void everyRenditionDecodesCleanly() {
        for (var rendition : encode(Fixtures.clip(), Progress.Listener.NONE)) {
            assertThat(Fixtures.ffmpeg(
                            List.of("-v", "error", "-i", rendition.file().toString(), "-f", "null", "-")))
                    .as(rendition.name())
                    .isEmpty();
        }
    }

    @Test
    void everySegmentBeginsWithAKeyframe() {
        var video = encode(Fixtures.clip(), Progress.Listener.NONE).getFirst();
        var keys = Fixtures.ffprobe(
                        "-v",
                        "error",
                        "-show_entries",
                        "packet=pos,flags",
                        "-of",
                        "csv=p=0",
                        video.file().toString())
                .lines()
                .filter(line -> line.contains("K"))
                .map(line -> Long.parseLong(line.split(",")[0]))
                .toList();
        assertThat(keys).hasSize(4);
        assertThat(video.index().segments())
                .allSatisfy(segment -> assertThat(keys)
                        .anySatisfy(key -> assertThat(key).isBetween(segment.offset(), segment.offset() + 4000)));
    }

    @Test
    void makesUnevenFramesEvenAndLateSoundPunctual() {
        var clip = Fixtures.clip().toString();
        var uneven = Fixtures.made(
                "uneven.mp4",
                List.of(
                        "-i",
                        clip,
                        "-itsoffset",
                        "0.7",
                        "-i",
                        clip,
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-vf",
                        "select='lt(mod(n,7),3)'",
                        "-fps_mode",
                        "vfr",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast"));
        var renditions = encode(uneven, Progress.Listener.NONE);
        assertThat(renditions)
                .allSatisfy(
                        rendition -> assertThat(rendition.index().startTicks()).isZero());
        var stamps = Fixtures.ffprobe(
                        "-v",
                        "error",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "packet=duration_time",
                        "-of",
                        "csv=p=0",
                        renditions.getFirst().file().toString())
                .lines()
                .distinct();
        assertThat(stamps).hasSize(1);
        assertThat(renditions.getLast().index().durationSeconds()).isBetween(8.6, 8.8);
    }

    @Test
    void turnsRotatedVideosUpright() {
        var video = encode(Fixtures.rotated(), Progress.Listener.NONE).getFirst();
        assertThat(List.of(video.index().width(), video.index().height())).containsExactly(360, 640);
        assertThat(Fixtures.info(video.file()).video().rotation()).isZero();
    }

    @Test
    void makesPixelsSquareAndFramesProgressive() {
        var wide = Fixtures.picture("pal.mp4", "720x576", "25", "1", Fixtures.h264("-vf", "setsar=16/11"));
        var video = Fixtures.info(
                        encode(wide, Progress.Listener.NONE).getFirst().file())
                .video();
        assertThat(List.of(video.width(), video.codedWidth())).containsExactly(872, 872);
        var interlaced = Fixtures.info(encode(Fixtures.interlaced(), Progress.Listener.NONE)
                        .getFirst()
                        .file())
                .video();
        assertThat(interlaced.interlaced()).isFalse();
        assertThat(interlaced.averageRate().perSecond()).isEqualTo(25);
    }

    @Test
    void encodesAv1InStepWithH264() {
        var input = Fixtures.picture("two.mp4", "320x180", "30", "2", Fixtures.h264());
        var info = Fixtures.info(input);
        var plan = Ladder.fixed(info, LadderProfile.balanced(PRESET));
        var other = encode(input, Progress.Listener.NONE).getFirst();
        var coded =
                encoder.encode(input, info, plan.av1(), PRESET, false, out, Progress.Listener.NONE, new Cancellation());
        assertThat(coded).extracting(Rendition::name).containsExactly("144p-av1");
        var index = coded.getFirst().index();
        assertThat(index.codecs()).matches("av01\\.0\\.0\\dM\\.08.*");
        assertThat(borders(index)).isEqualTo(borders(other.index()));
        assertThat(Fixtures.ffmpeg(
                        List.of("-v", "error", "-i", coded.getFirst().file().toString(), "-f", "null", "-")))
                .isEmpty();
    }

    @Test
    void keepsHighDynamicRangeInARungOfItsOwn() {
        var input = Fixtures.hdr();
        var info = Fixtures.info(input);
        var rung = Ladder.fixed(info, LadderProfile.balanced(PRESET)).hdr();
        var coded = encoder.encode(
                        input, info, List.of(rung), PRESET, false, out, Progress.Listener.NONE, new Cancellation())
                .getFirst();
        assertThat(coded.name()).isEqualTo("144p-hdr");
        assertThat(coded.index().codecs()).matches("av01\\.0\\.0\\dM\\.10.*");
        assertThat(coded.index().signal().range()).isEqualTo(VideoRange.PQ);
        assertThat(Fixtures.ffprobe(
                        "-v",
                        "error",
                        "-show_entries",
                        "stream=pix_fmt,color_transfer,color_primaries,color_space",
                        "-of",
                        "csv=p=0",
                        coded.file().toString()))
                .isEqualTo("yuv420p10le,bt2020nc,smpte2084,bt2020");
    }

    @Test
    void mapsHighDynamicRangeToOrdinaryScreens() {
        var video = Fixtures.info(encode(Fixtures.hdr(), Progress.Listener.NONE)
                        .getFirst()
                        .file())
                .video();
        assertThat(video.hdr()).isFalse();
        assertThat(video.pixelFormat()).isEqualTo("yuv420p");
    }

    @Test
    void leavesNothingBehindWhenCancelled() {
        var cancellation = new Cancellation();
        var input = Fixtures.made(
                "minute.mp4", List.of("-stream_loop", "7", "-i", Fixtures.clip().toString(), "-c", "copy"));
        var info = Fixtures.info(input);
        var rungs = Ladder.plan(info, LadderProfile.balanced(PRESET));
        assertThatThrownBy(() ->
                        encoder.encode(input, info, rungs, PRESET, true, out, _ -> cancellation.cancel(), cancellation))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.CANCELLED));
        assertThat(out).isEmptyDirectory();
    }

    private List<Rendition> encode(Path input, Progress.Listener listener) {
        var info = Fixtures.info(input);
        var rungs = Ladder.plan(info, LadderProfile.balanced(PRESET));
        return encoder.encode(input, info, rungs, PRESET, true, out, listener, new Cancellation());
    }

    private static List<Double> borders(CmafIndex index) {
        var borders = new ArrayList<Double>();
        long at = index.startTicks();
        for (var segment : index.segments()) {
            at += segment.durationTicks();
            borders.add(index.seconds(at));
        }
        return borders;
    }
}
