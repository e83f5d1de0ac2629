package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.FrameRate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerTitleTest {
    private static final double TOLERANCE = 0.004;
    private static final LadderPlan FIXED = new LadderPlan(
            "balanced",
            "superfast",
            List.of(
                    rung(1920, 1080, 5_000_000),
                    rung(1280, 720, 2_800_000),
                    rung(854, 480, 1_400_000),
                    rung(640, 360, 800_000),
                    rung(426, 240, 400_000),
                    rung(256, 144, 200_000)),
            List.of(),
            0);

    private static Rung rung(int width, int height, int cap) {
        return new Rung(height + "p", width, height, FrameRate.of(30), VideoCodec.H264, 23, cap);
    }

    private static Complexity.Sample sample(int width, int height, double fineLoss, double coarseLoss, double bps) {
        return new Complexity.Sample((double) width * height, fineLoss, coarseLoss, bps, bps / 2);
    }

    private static LadderPlan fitted(Complexity complexity) {
        return PerTitle.fitted(FIXED, TOLERANCE, complexity, 100);
    }

    private static List<String> names(LadderPlan plan) {
        return plan.rungs().stream().map(Rung::name).toList();
    }

    @Test
    void easyPicturesGetHigherRateFactorsAndLowerCaps() {
        var plan = fitted(new Complexity(
                List.of(sample(640, 360, 0.002, 0.004, 600_000), sample(1920, 1080, 0.002, 0.004, 3_000_000)),
                List.of(0.9, 0.9, 0.9)));
        assertThat(plan.rungs().getFirst().crf()).isEqualTo(29);
        assertThat(plan.rungs().getLast().crf()).isEqualTo(28);
        assertThat(plan.rungs())
                .allSatisfy(rung -> assertThat(rung.maxBitrateBps())
                        .isLessThanOrEqualTo(FIXED.rungs().getFirst().maxBitrateBps()));
        assertThat(plan.savedBytes()).isBetween(20_000_000L, 80_000_000L);
    }

    @Test
    void hardPicturesKeepTheFixedLadder() {
        var plan = fitted(new Complexity(
                List.of(sample(640, 360, 0.06, 0.12, 3_000_000), sample(1920, 1080, 0.1, 0.2, 30_000_000)),
                List.of(0.8, 0.8, 0.8)));
        assertThat(plan.rungs()).isEqualTo(FIXED.rungs());
        assertThat(plan.savedBytes()).isZero();
    }

    @Test
    void rungsWithoutMoreDetailAreDroppedFromTheTop() {
        var plan = fitted(new Complexity(
                List.of(sample(640, 360, 0.01, 0.02, 600_000), sample(1920, 1080, 0.01, 0.02, 3_000_000)),
                List.of(0.9999, 0.9998, 0.98)));
        assertThat(names(plan)).containsExactly("480p", "360p", "240p", "144p");
        assertThat(plan.dropped())
                .extracting(LadderPlan.Dropped::reason)
                .containsExactly(LadderPlan.Reason.NO_MORE_DETAIL, LadderPlan.Reason.NO_MORE_DETAIL);
        assertThat(plan.shownSide()).isEqualTo(1080);
    }

    @Test
    void rungsThatSaveNextToNothingAreDroppedButNotTheFirst() {
        var plan = fitted(new Complexity(
                List.of(sample(640, 360, 0.0005, 0.001, 40_000), sample(1920, 1080, 0.0003, 0.0006, 130_000)),
                List.of(0.9, 0.9, 0.9)));
        assertThat(names(plan)).containsExactly("1080p", "360p");
        assertThat(plan.dropped())
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo(LadderPlan.Reason.HARDLY_SMALLER));
    }

    @Test
    void aSmallVideoIsJudgedByTheOneSizeItHas() {
        var complexity = new Complexity(List.of(sample(640, 360, 0.004, 0.008, 600_000)), List.of());
        var fixed = new LadderPlan("balanced", "superfast", FIXED.rungs().subList(3, 6), List.of(), 0);
        var plan = PerTitle.fitted(fixed, TOLERANCE, complexity, 100);
        assertThat(plan.rungs().getFirst().crf()).isBetween(27, 29);
        assertThat(plan.rungs().get(1).crf()).isEqualTo(plan.rungs().getFirst().crf() - 1);
    }

    @Test
    void looksIntoRealClips() {
        var scene = Fixtures.made(
                "soft-scene.mp4",
                List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=2", "-vf", "scale=1280:720:flags=bicubic"));
        var soft = plan(Fixtures.repeated("soft-720.mp4", scene, "12"));
        assertThat(soft.rungs().getFirst().shortSide()).isLessThan(720);
        assertThat(soft.savedBytes()).isPositive();
        var noise = plan(Fixtures.made(
                "noise.mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "gradients=s=640x360:r=10:d=12",
                        "-vf",
                        "noise=alls=40:allf=t",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-crf",
                        "20")));
        assertThat(noise.rungs().getFirst().crf()).isBetween(23, 25);
        assertThat(names(noise)).startsWith("360p");
    }

    @Test
    void shortVideosAndTheArchiveProfileAreLeftAlone() {
        var info = Fixtures.info(Fixtures.clip());
        var profile = LadderProfile.balanced("superfast");
        assertThat(plan(Fixtures.clip())).isEqualTo(Ladder.fixed(info, profile));
        assertThat(LadderProfile.of(LadderProfile.Choice.ARCHIVE, "superfast").tolerance())
                .isZero();
    }

    private static LadderPlan plan(Path clip) {
        return new PerTitle(Fixtures.sandbox())
                .plan(clip, Fixtures.info(clip), LadderProfile.balanced("superfast"), new Cancellation());
    }
}
