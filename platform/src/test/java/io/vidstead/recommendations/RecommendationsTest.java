package io.vidstead.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.accounts.Accounts;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do, what they are offered for it and why, and how they steer it. */
@PlatformTest
class RecommendationsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LIST = "/api/v1/recommendations?limit=100";
    private static final String HOME = "/api/v1/recommendations/home";
    private static final String TASTE = "/api/v1/me/taste";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    @Inject
    TrainJob training;

    @Inject
    Accounts accounts;

    private Visitor maker;
    private Visitor viewer;
    private String kind;

    @BeforeEach
    void come() {
        maker = Visitor.user(site);
        viewer = Visitor.user(site);
        kind = "kind" + UUID.randomUUID().toString().substring(0, 8);
    }

    private VideoId film(String title) {
        return films.done(maker.id(), VideoDetails.of(title + " " + kind, null, "pets", List.of(kind), "public", null));
    }

    private List<VideoId> films(int count) {
        List<VideoId> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(film("Film " + i));
        }
        return made;
    }

    private static void like(Visitor who, VideoId video) {
        assertThat(who.post("/api/v1/videos/" + video + "/like", "{\"action\": \"like\"}")
                        .status())
                .isEqualTo(200);
    }

    private static void watch(Visitor who, VideoId video, double position, String type) {
        assertThat(who.post("/api/v1/videos/" + video + "/watch-events", """
                        {"session_id": "s", "events": [{"type": "%s", "position": %s, "age": 0}]}
                        """.formatted(type, position))
                        .status())
                .isEqualTo(202);
    }

    private static JsonNode taste(Visitor who) {
        return who.get(TASTE).json();
    }

    private void awaitLearned(Visitor who, int videos) {
        Await.await(
                videos + " videos learned",
                SOON,
                () -> taste(who).path("learned").size() == videos);
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new HashSet<>();
        list.forEach(video -> ids.add(video.path("video_id").asText()));
        return ids;
    }

    private static Set<String> listed(Visitor who) {
        return ids(who.get(LIST).json().path("recommendations"));
    }

    private static Set<String> atHome(Visitor who) {
        Set<String> ids = new HashSet<>();
        who.get(HOME).json().path("rows").forEach(row -> ids.addAll(ids(row.path("videos"))));
        return ids;
    }

    private static Set<String> beside(Visitor who, VideoId video) {
        return ids(
                who.get("/api/v1/videos/" + video + "/related?limit=100").json().path("related"));
    }

    @Test
    void everybodyIsOfferedSomething() {
        VideoId film = film("New");
        Visitor anonymous = Visitor.anonymous(site);
        JsonNode first = anonymous
                .get("/api/v1/recommendations?limit=1&category=Pets")
                .json()
                .path("recommendations")
                .path(0);
        for (String field : List.of("video_id", "title", "thumbnail_url", "duration", "view_count", "created_at")) {
            assertThat(first.path(field).isMissingNode()).as(field).isFalse();
        }
        assertThat(first.path("user").path("display_name").asText()).isNotEmpty();
        assertThat(first.path("relevance_score").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.path("reason").path("kind").asText()).isNotEmpty();
        assertThat(first.path("category").asText()).isEqualTo("pets");
        assertThat(atHome(anonymous)).contains(film.value());
        assertThat(anonymous.get(HOME).json().path("rows"))
                .allSatisfy(row -> assertThat(row.path("kind").asText()).isIn("popular", "fresh", "category"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "category=nonsense"})
    void badQueriesAreRefused(String query) {
        assertThat(viewer.get("/api/v1/recommendations?" + query).status()).isEqualTo(400);
    }

    @Test
    void fiveLikedFilmsChangeTheHomePageAndEachRowSaysWhy() {
        List<VideoId> all = films(9);
        List<VideoId> liked = all.subList(0, 5);
        liked.forEach(film -> {
            watch(viewer, film, 39, "end");
            like(viewer, film);
        });
        awaitLearned(viewer, 5);
        JsonNode rows = viewer.get(HOME).json().path("rows");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.path("kind").asText()).isEqualTo("because");
            assertThat(row.path("title").asText()).contains(kind);
            assertThat(ids(row.path("videos"))).containsAnyElementsOf(strings(all.subList(5, 9)));
        });
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("videos"))
                        .allSatisfy(video -> assertThat(
                                        video.path("reason").path("kind").asText())
                                .isNotEmpty()));
        assertThat(listed(viewer)).containsAll(strings(all.subList(5, 9))).doesNotContainAnyElementsOf(strings(liked));
        JsonNode best = viewer.get("/api/v1/recommendations?limit=1")
                .json()
                .path("recommendations")
                .path(0);
        assertThat(best.path("title").asText()).contains(kind);
        JsonNode known = taste(viewer);
        assertThat(known.path("categories").path(0).path("name").asText()).isEqualTo("pets");
        assertThat(known.path("tags").path(0).path("name").asText()).isEqualTo(kind);
        assertThat(known.path("learned").path(0).path("how").asText()).isEqualTo("liked");
    }

    private static List<String> strings(List<VideoId> videos) {
        return videos.stream().map(VideoId::value).toList();
    }

    @Test
    void whatWasLeftInTheMiddleIsToBeContinued() {
        VideoId film = film("Long");
        watch(viewer, film, 15, "pause");
        viewer.post("/api/v1/videos/" + film + "/watch-position", "{\"position\": 15, \"duration\": 40}");
        awaitLearned(viewer, 1);
        JsonNode row = viewer.get(HOME).json().path("rows").path(0);
        assertThat(row.path("kind").asText()).isEqualTo("continue");
        assertThat(row.path("videos").path(0).path("video_id").asText()).isEqualTo(film.value());
        assertThat(row.path("videos").path(0).path("watch_position").asInt()).isEqualTo(15);
        watch(viewer, film, 39, "end");
        Await.await("it is done", SOON, () -> !atHome(viewer).contains(film.value()));
    }

    @Test
    void whoFollowsAChannelSeesItsNewVideos() {
        VideoId film = film("Of a channel");
        viewer.get(HOME);
        viewer.send(
                "PUT",
                "/api/v1/channels/" + maker.username() + "/subscription",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json");
        Await.await(
                "a row of subscriptions",
                SOON,
                () -> viewer.get(HOME)
                        .json()
                        .path("rows")
                        .path(0)
                        .path("kind")
                        .asText()
                        .equals("subscriptions"));
        assertThat(ids(viewer.get(HOME).json().path("rows").path(0).path("videos")))
                .contains(film.value());
    }

    @Test
    void notInterestedActsAtOnceEverywhereAndIsTakenBack() {
        List<VideoId> all = films(3);
        like(viewer, all.getFirst());
        awaitLearned(viewer, 1);
        VideoId refused = all.get(1);
        String path = "/api/v1/videos/" + refused + "/not-interested";
        assertThat(listed(viewer)).contains(refused.value());
        assertThat(beside(viewer, all.getFirst())).contains(refused.value());
        assertThat(viewer.send("PUT", path, BodyPublishers.noBody()).status()).isEqualTo(204);
        assertThat(listed(viewer)).doesNotContain(refused.value());
        assertThat(atHome(viewer)).doesNotContain(refused.value());
        assertThat(beside(viewer, all.getFirst())).doesNotContain(refused.value());
        assertThat(ids(taste(viewer).path("refused_videos"))).containsExactly(refused.value());
        assertThat(viewer.delete(path).status()).isEqualTo(204);
        assertThat(listed(viewer)).contains(refused.value());
        assertThat(Visitor.anonymous(site)
                        .send("PUT", path, BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aChannelThatIsNotToBeRecommendedIsNowhere() {
        List<VideoId> all = films(3);
        like(viewer, all.getFirst());
        awaitLearned(viewer, 1);
        String path = "/api/v1/channels/" + maker.username() + "/not-recommended";
        assertThat(viewer.send("PUT", path, BodyPublishers.noBody()).status()).isEqualTo(204);
        assertThat(listed(viewer)).doesNotContainAnyElementsOf(strings(all));
        assertThat(atHome(viewer)).doesNotContainAnyElementsOf(strings(all));
        assertThat(beside(viewer, all.getFirst())).doesNotContainAnyElementsOf(strings(all));
        assertThat(taste(viewer)
                        .path("refused_channels")
                        .path(0)
                        .path("username")
                        .asText())
                .isEqualTo(maker.username());
        viewer.delete(path);
        assertThat(listed(viewer)).contains(all.get(1).value());
    }

    @Test
    void switchedOffNothingIsKnownAndNothingLearned() {
        List<VideoId> all = films(3);
        like(viewer, all.getFirst());
        awaitLearned(viewer, 1);
        JsonNode off = viewer.patch(TASTE, "{\"personalised\": false}").json();
        assertThat(off.path("personalised").asBoolean()).isFalse();
        for (String part : List.of("learned", "categories", "tags", "picked")) {
            assertThat(off.path(part)).as(part).isEmpty();
        }
        assertThat(rows(viewer)).isZero();
        like(viewer, all.get(1));
        watch(viewer, all.get(2), 39, "end");
        viewer.patch(TASTE, "{\"personalised\": true}");
        VideoId later = film("Later");
        like(viewer, later);
        awaitLearned(viewer, 1);
        assertThat(taste(viewer)
                        .path("learned")
                        .path(0)
                        .path("video")
                        .path("video_id")
                        .asText())
                .isEqualTo(later.value());
    }

    private int rows(Visitor who) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from taste_signals where user_id = :user")
                .bind("user", who.id())
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void resetForgetsAllAndOneForgetsOne() {
        List<VideoId> all = films(3);
        like(viewer, all.get(0));
        like(viewer, all.get(1));
        awaitLearned(viewer, 2);
        assertThat(viewer.delete(TASTE + "/videos/" + all.get(0)).status()).isEqualTo(204);
        assertThat(taste(viewer).path("learned")).hasSize(1);
        viewer.send("PUT", "/api/v1/videos/" + all.get(2) + "/not-interested", BodyPublishers.noBody());
        viewer.patch(TASTE, "{\"weights\": {\"fresh\": 2}}");
        assertThat(viewer.delete(TASTE).status()).isEqualTo(204);
        JsonNode known = taste(viewer);
        assertThat(known.path("learned")).isEmpty();
        assertThat(known.path("refused_videos")).isEmpty();
        assertThat(known.path("weights").path("fresh").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsTakenOutOfTheHistoryIsForgotten() {
        VideoId film = film("Forgotten");
        watch(viewer, film, 30, "pause");
        awaitLearned(viewer, 1);
        viewer.delete("/api/v1/me/history");
        awaitLearned(viewer, 0);
    }

    @Test
    void weightsAndCategoriesAreChosen() {
        JsonNode chosen = viewer.patch(
                        TASTE, "{\"weights\": {\"shorter\": 1, \"fresh\": -2}, \"categories\": [\"Music\", \"pets\"]}")
                .json();
        assertThat(chosen.path("weights").path("shorter").asInt()).isEqualTo(1);
        assertThat(chosen.path("weights").path("subscriptions").asInt()).isZero();
        assertThat(chosen.path("picked").toString()).isEqualTo("[\"music\",\"pets\"]");
        films(20);
        viewer.patch(TASTE, "{\"categories\": [\"pets\"]}");
        assertThat(viewer.get(HOME).json().path("rows"))
                .anySatisfy(row -> assertThat(row.path("kind").asText()).isEqualTo("category"));
        for (String bad : List.of(
                "{\"weights\": {\"fresh\": 3}}",
                "{\"categories\": [\"nonsense\"]}",
                "{\"personalised\": \"perhaps\"}",
                "{\"unknown\": 1}")) {
            assertThat(viewer.patch(TASTE, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(Visitor.anonymous(site).get(TASTE).status()).isEqualTo(401);
    }

    /** Who liked one of two films that the same people like is offered the other, and told why. */
    @Test
    void whatTheSamePeopleLikeIsLearned() {
        VideoId one = films.done(maker.id(), Films.titled("Alpha " + UUID.randomUUID(), "public"));
        VideoId other = films.done(maker.id(), Films.titled("Omega " + UUID.randomUUID(), "public"));
        for (int i = 0; i < 6; i++) {
            Visitor fan = Visitor.user(site);
            like(fan, one);
            like(fan, other);
            awaitLearned(fan, 2);
        }
        training.run();
        like(viewer, one);
        awaitLearned(viewer, 1);
        assertThat(viewer.get(LIST).json().path("recommendations")).anySatisfy(video -> {
            assertThat(video.path("video_id").asText()).isEqualTo(other.value());
            assertThat(video.path("reason").path("kind").asText()).isEqualTo("liked");
            assertThat(video.path("reason").path("video").asText()).isEqualTo(one.value());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "unlisted", "deleted", "switched off"})
    void whatIsHiddenIsNowhereAlsoJustAfterwards(String how) {
        List<VideoId> all = films(4);
        like(viewer, all.get(0));
        like(viewer, all.get(1));
        awaitLearned(viewer, 2);
        VideoId hidden = all.get(2);
        VideoId cause = all.get(1);
        assertThat(listed(viewer)).contains(hidden.value());
        assertThat(atHome(viewer)).contains(hidden.value());
        assertThat(beside(viewer, all.get(0))).contains(hidden.value());
        for (VideoId video : List.of(hidden, cause)) {
            switch (how) {
                case "deleted" ->
                    assertThat(maker.delete("/api/v1/videos/" + video).status()).isIn(200, 204);
                case "switched off" -> {}
                default -> maker.patch("/api/v1/videos/" + video, "{\"privacy\": \"" + how + "\"}");
            }
        }
        if (how.equals("switched off")) {
            jdbi.useHandle(handle -> handle.execute(
                    "update users set is_active = false where id = ?",
                    maker.id().value()));
            accounts.changed(maker.id());
        }
        for (Visitor who : List.of(viewer, Visitor.anonymous(site), Visitor.user(site))) {
            for (String path : List.of(LIST, LIST + "&category=pets", HOME)) {
                assertThat(who.get(path).text()).as(path).doesNotContain(hidden.value(), cause.value());
            }
            assertThat(who.get("/api/v1/videos/" + all.get(0) + "/related?limit=100")
                            .text())
                    .doesNotContain(hidden.value());
        }
        assertThat(viewer.get(TASTE).text()).doesNotContain(cause.value());
        assertThat(maker.get(LIST).text()).doesNotContain(hidden.value());
    }
}
