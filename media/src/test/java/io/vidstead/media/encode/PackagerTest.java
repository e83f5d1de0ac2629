package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.MediaException;
import io.vidstead.media.Progress;
import io.vidstead.media.Sound;
import io.vidstead.media.TrackKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackagerTest {
    @TempDir
    private Path out;

    private final Packager packager = new Packager(Fixtures.sandbox());

    @Test
    void copiesPictureAndSoundIntoFilesOfTheirOwn() {
        var renditions = copy(Fixtures.clip());
        assertThat(renditions).extracting(Rendition::name).containsExactly("source", "audio");
        var video = renditions.getFirst().index();
        assertThat(video.kind()).isEqualTo(TrackKind.VIDEO);
        assertThat(video.startTicks()).isZero();
        assertThat(video.segments()).hasSize(2);
        assertThat(video.durationSeconds()).isEqualTo(8);
        assertThat(video.codecs()).startsWith("avc1.");
        assertThat(video.frameRate().perSecond()).isEqualTo(30);
        assertThat(List.of(video.width(), video.height())).containsExactly(640, 360);
        var audio = renditions.getLast().index();
        assertThat(audio.codecs()).isEqualTo("mp4a.40.2");
        assertThat(audio.startTicks()).isZero();
        assertThat(audio.durationSeconds()).isBetween(7.95, 8.05);
        assertThat(audio.segments()).hasSizeBetween(2, 3);
        assertThat(audio.targetSeconds()).isEqualTo(4);
    }

    @Test
    void changesNoFrame() {
        var renditions = copy(Fixtures.clip());
        assertThat(frames(renditions.getFirst().file(), "v")).isEqualTo(frames(Fixtures.clip(), "v"));
    }

    @Test
    void keepsEverySoundTrackWithItsLanguage() {
        var input = languages();
        var renditions = copy(input);
        assertThat(renditions).extracting(Rendition::name).containsExactly("source", "audio", "audio-2");
        assertThat(renditions.get(1).sound()).contains(new Sound(Optional.of("en"), "English", false));
        assertThat(renditions.get(2).sound()).contains(new Sound(Optional.of("de"), "Kommentar", true));
        var info = Fixtures.info(input);
        var rung =
                List.of(Ladder.plan(info, LadderProfile.balanced("ultrafast")).getLast());
        var encoded = new LadderEncoder(Fixtures.sandbox())
                .encode(input, info, rung, "ultrafast", true, out, Progress.Listener.NONE, new Cancellation());
        assertThat(encoded.subList(1, 3)).extracting(Rendition::name).containsExactly("audio", "audio-2");
        assertThat(encoded.getLast().sound()).isEqualTo(renditions.getLast().sound());
    }

    private static Path languages() {
        var clip = Fixtures.clip().toString();
        return Fixtures.made(
                "languages.mkv",
                List.of(
                        "-t",
                        "2",
                        "-i",
                        clip,
                        "-map",
                        "0:v",
                        "-map",
                        "0:a",
                        "-map",
                        "0:a",
                        "-c",
                        "copy",
                        "-metadata:s:a:0",
                        "language=eng",
                        "-metadata:s:a:1",
                        "language=ger",
                        "-metadata:s:a:1",
                        "title=Kommentar",
                        "-disposition:a:0",
                        "0",
                        "-disposition:a:1",
                        "default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"car-detection.mp4", "one-by-one-person-detection.mp4"})
    void copiesTheSharedClips(String name) {
        var input = Fixtures.shared(name);
        var video = copy(input).getFirst();
        assertThat(frames(video.file(), "v")).isEqualTo(frames(input, "v"));
        assertThat(video.index().durationSeconds())
                .isCloseTo(Fixtures.info(input).seconds(), org.assertj.core.data.Offset.offset(0.2));
    }

    @ParameterizedTest
    @CsvSource({"c.mkv", "c.ts"})
    void copiesFromOtherContainers(String name) {
        var input = Fixtures.made("h264-" + name, List.of("-i", Fixtures.clip().toString(), "-c", "copy", "-t", "6"));
        var renditions = copy(input);
        assertThat(renditions).hasSize(2).allSatisfy(rendition -> {
            assertThat(rendition.index().seconds(rendition.index().startTicks()))
                    .isBetween(0.0, 0.1);
            assertThat(rendition.index().durationSeconds()).isBetween(5.8, 6.2);
        });
    }

    @ParameterizedTest
    @CsvSource({"libmp3lame,mp3", "libopus,opus", "ac3,ac3", "pcm_s16le,pcm"})
    void encodesOtherSoundAlone(String encoder, String name) {
        var input = Fixtures.made(
                "with-" + name + ".mkv", List.of("-i", Fixtures.clip().toString(), "-c:v", "copy", "-c:a", encoder));
        var audio = copy(input).getLast().index();
        assertThat(audio.codecs()).isEqualTo("mp4a.40.2");
        assertThat(audio.channels()).isEqualTo(2);
        assertThat(audio.startTicks()).isZero();
        assertThat(audio.durationSeconds()).isBetween(7.9, 8.1);
    }

    @Test
    void copiesVideosWithoutSound() {
        var input = Fixtures.made("silent.mp4", List.of("-i", Fixtures.clip().toString(), "-an", "-c", "copy"));
        assertThat(copy(input)).extracting(Rendition::name).containsExactly("source");
    }

    @Test
    void keepsTheTurnOfRotatedVideos() {
        var video = copy(Fixtures.rotated()).getFirst();
        assertThat(List.of(video.index().width(), video.index().height())).containsExactly(360, 640);
        assertThat(Fixtures.info(video.file()).video().rotation()).isEqualTo(90);
    }

    @Test
    void fillsSilenceBeforeLateSound() {
        var clip = Fixtures.clip().toString();
        var input = Fixtures.made(
                "late-sound.mp4",
                List.of("-i", clip, "-itsoffset", "1", "-i", clip, "-map", "0:v", "-map", "1:a", "-c", "copy"));
        var audio = copy(input).getLast().index();
        assertThat(audio.startTicks()).isZero();
        assertThat(audio.durationSeconds()).isBetween(8.9, 9.1);
    }

    /** Players would wait, or skip the sound before it; an encoder shows the first picture earlier. */
    @Test
    void declinesLatePictures() {
        var clip = Fixtures.clip().toString();
        assertDeclined(Fixtures.made(
                "late-picture.mp4",
                List.of("-itsoffset", "1", "-i", clip, "-i", clip, "-map", "0:v", "-map", "1:a", "-c", "copy")));
    }

    /** Half a second was cut away without encoding; what players do with edit lists differs. */
    @Test
    void declinesWhatWouldShowThePicturesThatAnEditListHides() {
        assertDeclined(Fixtures.made(
                "edited.mp4", List.of("-ss", "0.5", "-i", Fixtures.clip().toString(), "-c", "copy")));
    }

    private void assertDeclined(Path input) {
        assertThatThrownBy(() -> copy(input))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.MALFORMED_MEDIA));
    }

    @Test
    void leavesNoFilesBehindWhereTheInputCannotBeCopied() throws Exception {
        var info = Fixtures.info(Fixtures.clip());
        var broken = Fixtures.file("broken.mp4", Arrays.copyOf(Files.readAllBytes(Fixtures.clip()), 1000));
        assertThatThrownBy(() -> packager.copy(broken, info, out, new Cancellation()))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.MALFORMED_MEDIA));
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void copiesOnlyWhatBrowsersPlay() {
        assertThat(Packager.canCopy(Fixtures.info(Fixtures.clip()))).isTrue();
        var deep = Fixtures.picture(
                "deep.mp4", "320x180", "25", "1", List.of("-c:v", "libx264", "-pix_fmt", "yuv420p10le"));
        assertThat(Packager.canCopy(Fixtures.info(deep))).isFalse();
        for (var container : List.of("avi", "asf")) {
            var timeless = Fixtures.made(
                    "timeless." + container, List.of("-i", Fixtures.clip().toString(), "-c", "copy"));
            assertThat(Packager.canCopy(Fixtures.info(timeless))).as(container).isFalse();
        }
    }

    @Test
    void isDeterministic() throws Exception {
        var first = copy(Fixtures.clip());
        var kept = Files.copy(first.getFirst().file(), out.resolve("first"));
        var again = copy(Fixtures.clip());
        assertThat(again.getFirst().file()).hasSameBinaryContentAs(kept);
        assertThat(again.getFirst().index()).isEqualTo(first.getFirst().index());
    }

    /** Hashes of all decoded frames. */
    private static List<String> frames(Path file, String stream) {
        return Fixtures.ffmpeg(List.of(
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:" + stream,
                        "-f",
                        "framehash",
                        "-hash",
                        "murmur3",
                        "-"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    private List<Rendition> copy(Path input) {
        return packager.copy(input, Fixtures.info(input), out, new Cancellation());
    }
}
