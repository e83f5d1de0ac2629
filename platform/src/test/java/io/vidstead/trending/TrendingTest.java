package io.vidstead.trending;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.trending.MarkStore.Mark;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What trends, and what cannot be made to. */
@PlatformTest
class TrendingTest {

    private static final String PATH = "/api/v1/videos/trending";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Transactions transactions;

    @Inject
    MarkStore marks;

    @Inject
    Trends trends;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    private Visitor owner;
    private Instant now;

    @BeforeEach
    void come() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from trend_marks");
            handle.execute("delete from trend_scores");
        });
        owner = Visitor.user(site);
        now = clock.instant();
    }

    private VideoId film() {
        return films.done(owner.id(), titled("Trend " + UUID.randomUUID(), "public"));
    }

    private Mark mark(VideoId video, String viewer, String network, @Nullable Duration accountAge, Duration ago) {
        return new Mark(
                video,
                viewer,
                network,
                accountAge == null ? null : now.minus(accountAge),
                true,
                false,
                false,
                now.minus(ago));
    }

    private void add(List<Mark> all) {
        transactions.run(tx -> marks.add(tx, all));
    }

    /** Somebody who has an account for long, and watched other things on other days. */
    private void known(String viewer, String network, List<Mark> all) {
        for (int i = 0; i < 3; i++) {
            all.add(mark(elsewhere.get(i), viewer, network, Duration.ofDays(100), Duration.ofDays(10 + i)));
        }
    }

    private List<VideoId> elsewhere = List.of();

    private List<VideoId> ladder(int videos, int step) {
        elsewhere = List.of(film(), film(), film());
        List<VideoId> ladder = new ArrayList<>();
        List<Mark> all = new ArrayList<>();
        for (int person = 0; person < videos * step; person++) {
            known("known" + person, "net" + person, all);
        }
        for (int place = 0; place < videos; place++) {
            VideoId video = film();
            ladder.add(video);
            for (int person = 0; person < (videos - place) * step; person++) {
                all.add(mark(video, "known" + person, "net" + person, Duration.ofDays(100), Duration.ofHours(1)));
            }
        }
        add(all);
        trends.refresh();
        return ladder;
    }

    private List<VideoId> order(TimeRange range, List<VideoId> of) {
        return trends.list(range, Optional.empty()).stream()
                .map(trend -> trend.video().id())
                .filter(of::contains)
                .toList();
    }

    /** Kinds of coordinated accounts. */
    enum Crowd {
        NEW_ACCOUNTS_ALL_OVER_THE_NET,
        OLD_ACCOUNTS_BEHIND_THREE_ADDRESSES,
        NOBODY_SIGNED_IN_ALL_OVER_THE_NET
    }

    @ParameterizedTest
    @EnumSource(Crowd.class)
    void aThousandCoordinatedAccountsMoveAVideoByOnePlaceAtMost(Crowd crowd) {
        List<VideoId> ladder = ladder(12, 10);
        assertThat(order(TimeRange.DAY, ladder)).isEqualTo(ladder);
        for (int target : List.of(2, 6, 11)) {
            VideoId pushed = ladder.get(target);
            List<Mark> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String viewer = "puppet" + target + "-" + i;
                Mark mark = switch (crowd) {
                    case NEW_ACCOUNTS_ALL_OVER_THE_NET ->
                        mark(pushed, viewer, "far" + i, Duration.ofHours(2), Duration.ofMinutes(5));
                    case OLD_ACCOUNTS_BEHIND_THREE_ADDRESSES -> {
                        known(viewer, "house" + i % 3, all);
                        yield mark(pushed, viewer, "house" + i % 3, Duration.ofDays(100), Duration.ofMinutes(5));
                    }
                    case NOBODY_SIGNED_IN_ALL_OVER_THE_NET ->
                        mark(pushed, viewer, "far" + i, null, Duration.ofMinutes(5));
                };
                all.add(new Mark(mark.video(), viewer, mark.network(), mark.accountAt(), true, true, true, mark.at()));
            }
            add(all);
            trends.refreshTouched();
            assertThat(order(TimeRange.DAY, ladder).indexOf(pushed)).isBetween(target - 1, target);
        }
    }

    @Test
    void thePeopleOfOneHouseStillOrderTheirVideos() {
        elsewhere = List.of(film(), film(), film());
        List<VideoId> ladder = List.of(film(), film(), film());
        List<Mark> all = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            for (int person = 0; person < 20 - place * 5; person++) {
                known("colleague" + person, "office", all);
                all.add(mark(
                        ladder.get(place), "colleague" + person, "office", Duration.ofDays(50), Duration.ofHours(2)));
            }
        }
        add(distinct(all));
        trends.refresh();
        assertThat(order(TimeRange.DAY, ladder)).isEqualTo(ladder);
    }

    private static List<Mark> distinct(List<Mark> all) {
        return all.stream().distinct().toList();
    }

    @Test
    void whatIsOldCountsLessAndThenNothing() {
        List<VideoId> two = List.of(film(), film());
        elsewhere = List.of(film(), film(), film());
        IntFunction<Duration> ages = video -> video == 0 ? Duration.ofHours(1) : Duration.ofHours(20);
        List<Mark> all = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            known("known" + person, "net" + person, all);
            for (int video = 0; video < 2; video++) {
                all.add(mark(
                        two.get(video), "known" + person, "net" + person, Duration.ofDays(100), ages.apply(video)));
            }
        }
        add(all);
        trends.refresh();
        List<Trends.Trend> day = trends.list(TimeRange.DAY, Optional.empty());
        assertThat(day.getFirst().video().id()).isEqualTo(two.get(0));
        assertThat(day.getFirst().score()).isEqualTo(1);
        assertThat(day.get(1).score()).isBetween(0.05, 0.2);
        assertThat(order(TimeRange.DAY, elsewhere)).isEmpty();
        assertThat(order(TimeRange.MONTH, elsewhere)).hasSize(3);
    }

    @Test
    void whatPeopleDoArrives() {
        VideoId video = films.done(owner.id(), VideoDetails.of("Seen", null, "music", List.of(), "public", null));
        Visitor viewer = Visitor.user(site);
        viewer.post("/api/v1/videos/" + video + "/like", "{\"action\": \"like\"}");
        viewer.post("/api/v1/videos/" + video + "/share", "{}");
        Await.await("the marks", Duration.ofSeconds(20), () -> count("liked and shared") == 1);
        trends.refresh();
        assertThat(order(TimeRange.DAY, List.of(video)))
                .as("who did not watch does not count")
                .isEmpty();
        add(List.of(mark(video, viewer(video), "net", Duration.ZERO, Duration.ZERO)));
        trends.refreshTouched();
        JsonNode first = Visitor.anonymous(site)
                .get(PATH + "?category=Music&time_range=week&limit=5")
                .json()
                .path("trending")
                .path(0);
        assertThat(first.path("video_id").asText()).isEqualTo(video.value());
        assertThat(first.path("title").asText()).isEqualTo("Seen");
        assertThat(first.path("trending_score").asDouble()).isEqualTo(1);
        assertThat(first.has("view_count") && first.has("like_count")).isTrue();
        viewer.post("/api/v1/videos/" + video + "/like", "{\"action\": \"remove\"}");
        Await.await("the like to be gone", Duration.ofSeconds(20), () -> count("liked") == 0);
    }

    private int count(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from trend_marks where " + condition)
                .mapTo(Integer.class)
                .one());
    }

    private String viewer(VideoId video) {
        return jdbi.withHandle(handle -> handle.createQuery("select viewer from trend_marks where video_id = :video")
                .bind("video", video.value())
                .mapTo(String.class)
                .one());
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "unlisted", "deleted"})
    void whatIsHiddenDoesNotTrendAlsoJustAfterwards(String how) {
        VideoId video = film();
        add(List.of(mark(video, "somebody", "net", Duration.ofDays(9), Duration.ZERO)));
        trends.refresh();
        assertThat(Visitor.anonymous(site).get(PATH).text()).contains(video.value());
        if (how.equals("deleted")) {
            owner.delete("/api/v1/videos/" + video);
        } else {
            owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"" + how + "\"}");
        }
        for (Visitor who : List.of(Visitor.anonymous(site), owner)) {
            for (TimeRange range : TimeRange.values()) {
                assertThat(who.get(PATH + "?time_range=" + range.code()).text()).doesNotContain(video.value());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_range=year", "limit=0", "limit=1000", "category=nonsense"})
    void badQueriesAreRefused(String query) {
        assertThat(owner.get(PATH + "?" + query).status()).isEqualTo(400);
    }
}
