package io.vidstead.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.kernel.UserId;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Who gets what. */
class BucketsTest {

    private static final int PEOPLE = 50_000;

    @Test
    void sharesAreAsLargeAsTheyShouldBeAndVariantsAlike() {
        int[] counts = new int[3];
        for (int user = 1; user <= PEOPLE; user++) {
            Buckets.variant(7, new UserId(user), 30, 3).ifPresent(variant -> counts[variant]++);
        }
        for (int count : counts) {
            assertThat(count / (double) PEOPLE).isCloseTo(0.1, within(0.006));
        }
    }

    @Test
    void somebodyGetsTheSameAgainAndAnotherInAnotherExperiment() {
        int moved = 0;
        for (int user = 1; user <= 1_000; user++) {
            OptionalInt variant = Buckets.variant(7, new UserId(user), 100, 2);
            assertThat(Buckets.variant(7, new UserId(user), 100, 2)).isEqualTo(variant);
            moved += variant.equals(Buckets.variant(8, new UserId(user), 100, 2)) ? 0 : 1;
        }
        assertThat(moved).isBetween(430, 570);
    }

    @Test
    void whoTakesPartInASmallShareDoesSoInALargerOne() {
        for (int user = 1; user <= 1_000; user++) {
            if (Buckets.variant(7, new UserId(user), 10, 2).isPresent()) {
                assertThat(Buckets.variant(7, new UserId(user), 60, 2)).isPresent();
            }
        }
    }
}
