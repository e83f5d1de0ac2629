package io.vidstead.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.media.FrameRate;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rung;
import io.vidstead.media.encode.VideoCodec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplacedSourceTest {

    private static RenditionRecord video(String name, int width, int height, boolean source) {
        return new RenditionRecord(
                Kind.VIDEO,
                name,
                "k/" + name,
                name + "-1.mp4",
                width,
                height,
                30,
                "avc1",
                1,
                1,
                1,
                "{}",
                source,
                false);
    }

    private static final RenditionRecord AUDIO = new RenditionRecord(
            Kind.AUDIO, "audio", "k/audio", "audio-1.mp4", 0, 0, 0, "mp4a", 1, 1, 1, "{}", true, false);

    private static List<String> names(RenditionRecord... all) {
        List<Rung> rungs = Stream.of(all)
                .filter(each -> each.kind() == Kind.VIDEO && !each.source())
                .map(each -> new Rung(
                        each.name(), each.width(), each.height(), FrameRate.of(30), VideoCodec.H264, 23, 1_000_000))
                .toList();
        return names(new LadderPlan("balanced", "superfast", rungs, List.of(), 0), all);
    }

    private static List<String> names(LadderPlan plan, RenditionRecord... all) {
        return LadderPublication.withoutReplacedSource(plan, List.of(all)).stream()
                .map(RenditionRecord::name)
                .toList();
    }

    @Test
    void theSourceGoesOnceARungIsAsLarge() {
        assertThat(names(video("source", 1920, 1080, true), AUDIO, video("1080p", 1920, 1080, false)))
                .containsExactly("audio", "1080p");
    }

    @Test
    void anOddSourceGoesForTheRungThatIsOneSmaller() {
        assertThat(names(video("source", 641, 361, true), video("360p", 640, 360, false)))
                .containsExactly("360p");
    }

    @Test
    void aSourceLargerThanAllRungsStays() {
        assertThat(names(video("source", 3840, 2160, true), AUDIO, video("1080p", 1920, 1080, false)))
                .containsExactly("source", "audio", "1080p");
    }

    @Test
    void aPortraitIsMeasuredByItsShortSide() {
        assertThat(names(video("source", 1080, 1920, true), video("1080p", 1080, 1920, false)))
                .containsExactly("1080p");
    }

    @Test
    void aSourceGoesThatShowsNoMoreThanARungWhichWasNotNeeded() {
        Rung kept = new Rung("720p", 1280, 720, FrameRate.of(30), VideoCodec.H264, 23, 1_000_000);
        var dropped = new LadderPlan.Dropped("1080p", 1080, LadderPlan.Reason.NO_MORE_DETAIL);
        LadderPlan plan = new LadderPlan("balanced", "superfast", List.of(kept), List.of(dropped), 1000);
        assertThat(names(plan, video("source", 1920, 1080, true), video("720p", 1280, 720, false)))
                .containsExactly("720p");
    }
}
