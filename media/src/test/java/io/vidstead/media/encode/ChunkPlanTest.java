package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.VideoStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkPlanTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void chunksFollowEachOtherAreLongEnoughAndTheLastIsOpen() {
        for (var rate :
                List.of(FrameRate.of(25), FrameRate.of(60), new FrameRate(30000, 1001), new FrameRate(359, 12))) {
            var grid = new FrameGrid(rate);
            var chunks = ChunkPlan.of(info("mov,mp4,m4a,3gp,3g2,mj2", 3607.2), rate, MINUTE);
            assertThat(chunks).hasSizeBetween(55, 60);
            long expected = 0;
            for (var chunk : chunks) {
                assertThat(chunk.from()).isEqualTo(expected).isLessThan(Long.MAX_VALUE);
                assertThat(chunk.from() % grid.segmentFrames()).isZero();
                expected = chunk.to().orElse(Long.MAX_VALUE);
                double end = chunk.to().isPresent() ? grid.seconds(expected) : 3607.2;
                assertThat(end - grid.seconds(chunk.from())).isBetween(59.9, 72.0);
            }
            assertThat(chunks.getLast().to()).isEmpty();
        }
    }

    @Test
    void whatIsShorterThanTwoChunksStaysWhole() {
        assertThat(ChunkPlan.of(info("matroska,webm", 119), FrameRate.of(30), MINUTE))
                .containsExactly(Chunk.WHOLE);
        assertThat(ChunkPlan.of(info("matroska,webm", 0.1), FrameRate.of(30), MINUTE))
                .containsExactly(Chunk.WHOLE);
        assertThat(ChunkPlan.of(info("matroska,webm", 120), FrameRate.of(30), MINUTE))
                .hasSize(2);
    }

    @Test
    void whatCannotBeEnteredInTheMiddleStaysWhole() {
        assertThat(ChunkPlan.of(info("mpegts", 3600), FrameRate.of(30), MINUTE)).containsExactly(Chunk.WHOLE);
    }

    private static MediaInfo info(String container, double seconds) {
        var rate = FrameRate.of(30);
        var video = new VideoStream(
                0, "h264", "High", 40, 1920, 1080, 1920, 1080, 0, true, rate, rate, "yuv420p", 8, false, false);
        return new MediaInfo(container, Duration.ofMillis((long) (seconds * 1000)), 1, 1, video, List.of());
    }
}
