package io.vidstead.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Choices.Weights;
import io.vidstead.recommendations.Reason.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of lists. */
class RankerTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Random RANDOM = new Random(4);

    private static Candidate candidate(
            String title, long owner, Duration length, Duration age, long views, double collaborative) {
        PublicVideo video = new PublicVideo(
                VideoId.random(RANDOM),
                new UserId(owner),
                title,
                "",
                List.of(),
                Optional.of(Category.MUSIC),
                Optional.empty(),
                length,
                720,
                false,
                NOW.minus(age),
                views,
                0,
                0);
        return new Candidate(video, Kind.POPULAR, Optional.empty(), collaborative, 0);
    }

    private static Candidate plain(String title, long owner, double collaborative) {
        return candidate(title, owner, Duration.ofMinutes(10), Duration.ofDays(50), 100, collaborative);
    }

    private static Taste with(Weights weights, List<UserId> followed) {
        return new Taste(new Choices(true, weights, Set.of()), List.of(), Set.of(), Set.of(), followed);
    }

    private static List<String> titles(Taste taste, Candidate... candidates) {
        return new Ranker(taste, NOW)
                .rank(new Pool(List.of(candidates), new Likeness(Map.of())), 10).stream()
                        .map(pick -> pick.video().title())
                        .toList();
    }

    @Test
    void whatLikeMindedPeopleWatchComesFirst() {
        assertThat(titles(Taste.NONE, plain("weak", 1, 0.1), plain("strong", 2, 0.9)))
                .containsExactly("strong", "weak");
    }

    @Test
    void weightsTurnTheOrder() {
        Candidate fresh = candidate("fresh", 1, Duration.ofMinutes(10), Duration.ZERO, 100, 0.1);
        Candidate known = candidate("known", 2, Duration.ofMinutes(10), Duration.ofDays(90), 100, 0.55);
        assertThat(titles(with(new Weights(0, 0, 0), List.of()), fresh, known)).containsExactly("known", "fresh");
        assertThat(titles(with(new Weights(2, 0, 0), List.of()), fresh, known)).containsExactly("fresh", "known");
        Candidate brief = candidate("brief", 3, Duration.ofMinutes(2), Duration.ofDays(90), 100, 0.3);
        assertThat(titles(with(new Weights(0, 0, 2), List.of()), known, brief)).containsExactly("brief", "known");
        Candidate followed = plain("followed", 4, 0.2);
        assertThat(titles(with(new Weights(0, 2, 0), List.of(new UserId(4))), known, followed))
                .containsExactly("followed", "known");
    }

    @Test
    void aListIsNotAllOfOneKind() {
        List<String> order = titles(
                Taste.NONE,
                plain("cat plays piano", 1, 0.90),
                plain("cat plays piano again", 1, 0.89),
                plain("cat plays piano once more", 1, 0.88),
                plain("sourdough for beginners", 2, 0.60));
        assertThat(order.getFirst()).isEqualTo("cat plays piano");
        assertThat(order.indexOf("sourdough for beginners")).isEqualTo(1);
    }

    @Test
    void exploringTakesABoundedShareAndNeverTheFirstPlaces() {
        List<Pick> list = new ArrayList<>();
        List<Candidate> unknown = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            list.add(new Pick(plain("known " + i, 1, 0.5).video(), Kind.LIKED, Optional.empty(), 0.5));
            unknown.add(plain("unknown " + i, 2, 0));
        }
        List<Pick> mixed = Exploration.mix(list, unknown, 0.1, 1);
        long explored =
                mixed.stream().filter(pick -> pick.why() == Kind.EXPLORE).count();
        assertThat(explored).isBetween(4L, 6L);
        assertThat(mixed.subList(0, 8)).noneMatch(pick -> pick.why() == Kind.EXPLORE);
        assertThat(Exploration.mix(list, unknown, 0, 1)).isEqualTo(list);
        assertThat(Exploration.mix(list, unknown, 0.1, 2)).isNotEqualTo(mixed);
        assertThat(Exploration.mix(list, unknown, 0.1, 1)).isEqualTo(mixed);
    }
}
