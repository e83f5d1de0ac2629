package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderPlanTest {
    private static final LadderPlan PLAN = new LadderPlan(
            "balanced",
            "superfast",
            List.of(
                    new Rung("720p", 1280, 720, new FrameRate(60_000, 1001), VideoCodec.H264, 26, 1_900_000),
                    new Rung("360p", 640, 360, FrameRate.of(30), VideoCodec.H264, 28, 400_000)),
            List.of(
                    new LadderPlan.Dropped("1080p", 1080, LadderPlan.Reason.NO_MORE_DETAIL),
                    new LadderPlan.Dropped("480p", 480, LadderPlan.Reason.HARDLY_SMALLER)),
            123_456_789_012L);

    @Test
    void isReadAsItWasWritten() {
        assertThat(LadderPlan.fromJson(PLAN.toJson())).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"version\":2}", "no json"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> LadderPlan.fromJson(text))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.MALFORMED_MEDIA));
    }

    @Test
    void otherCodingsFollowTheRungs() {
        assertThat(PLAN.av1().getFirst())
                .isEqualTo(new Rung("720p-av1", 1280, 720, new FrameRate(60_000, 1001), VideoCodec.AV1, 33, 1_235_000));
        assertThat(PLAN.hdr().codec()).isEqualTo(VideoCodec.AV1_HDR);
        assertThat(PLAN.hdr().name()).isEqualTo("720p-hdr");
    }

    @Test
    void aDroppedRungCountsAsShown() {
        assertThat(PLAN.shownSide()).isEqualTo(1080);
    }
}
