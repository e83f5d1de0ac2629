package io.vidstead.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Random RANDOM = new Random(5);

    private static PublicVideo video(String title, long owner, Category category) {
        return new PublicVideo(
                VideoId.random(RANDOM),
                new UserId(owner),
                title,
                "",
                List.of(),
                Optional.of(category),
                Optional.empty(),
                Duration.ofMinutes(1),
                720,
                false,
                Instant.EPOCH,
                0,
                0,
                0);
    }

    private final PublicVideo boat = video("a sailing boat", 1, Category.SPORTS);
    private final PublicVideo yacht = video("yachts in the wind", 2, Category.MUSIC);

    @Test
    void wordsCategoryAndChannelMakeVideosAlike() {
        Likeness likeness = new Likeness(Map.of());
        assertThat(likeness.of(boat, yacht)).isZero();
        assertThat(likeness.of(boat, video("a boat that is sailing", 2, Category.MUSIC)))
                .isBetween(0.4, 0.65);
        assertThat(likeness.of(boat, video("another", 1, Category.SPORTS))).isEqualTo(0.35, within(1e-9));
        assertThat(likeness.of(boat, boat)).isEqualTo(1, within(1e-9));
    }

    @Test
    void otherWordsOfLikeMeaningDoToo() {
        Likeness likeness = new Likeness(Map.of(
                boat.id(), new float[] {1, 0},
                yacht.id(), new float[] {0.8f, 0.6f}));
        assertThat(likeness.of(boat, yacht)).isEqualTo(0.65 * (0.8 - 0.3) / 0.7, within(1e-6));
        PublicVideo unknown = video("something else", 3, Category.NEWS);
        assertThat(likeness.of(boat, unknown)).isZero();
    }
}
