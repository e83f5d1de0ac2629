package io.vidstead.engagement;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engines.Await;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Likes, dislikes and shares as people make them. */
@PlatformTest
class ReactionTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    @Inject
    Reactions reactions;

    private Visitor owner;
    private Visitor viewer;
    private Visitor anonymous;
    private VideoId video;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        viewer = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
        video = films.done(owner.id(), titled("A film", "public"));
    }

    private static Answer react(Visitor who, VideoId id, String action) {
        return who.post("/api/v1/videos/" + id + "/like", "{\"action\": \"" + action + "\"}");
    }

    private JsonNode page(Visitor who) {
        return who.get("/api/v1/videos/" + video).json();
    }

    private long stored(String column) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + column + " from video_counts where video_id = :id")
                        .bind("id", video.value())
                        .mapTo(Long.class)
                        .one());
    }

    private void awaitCounts(long likes, long dislikes) {
        Await.await(
                likes + " likes and " + dislikes + " dislikes",
                Duration.ofSeconds(20),
                () -> stored("like_count") == likes && stored("dislike_count") == dislikes);
    }

    @Test
    void oneLikesDislikesAndTakesItBack() {
        Answer liked = react(viewer, video, "like");
        assertThat(liked.status()).as(liked.toString()).isEqualTo(200);
        assertThat(liked.json().path("success").asBoolean()).isTrue();
        assertThat(liked.json().path("like_count").asInt()).isEqualTo(1);
        assertThat(liked.json().path("dislike_count").isNull()).isTrue();
        assertThat(page(viewer).path("reaction").asText()).isEqualTo("like");
        assertThat(page(owner).path("reaction").isNull()).isTrue();
        assertThat(page(anonymous).path("reaction").isNull()).isTrue();
        awaitCounts(1, 0);

        assertThat(react(viewer, video, "dislike").json().path("like_count").asInt())
                .isZero();
        assertThat(page(viewer).path("reaction").asText()).isEqualTo("dislike");
        awaitCounts(0, 1);

        react(viewer, video, "remove");
        assertThat(page(viewer).path("reaction").isNull()).isTrue();
        awaitCounts(0, 0);
        Await.await("nothing is kept of it", Duration.ofSeconds(10), () -> rows() == 0);
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from reactions where video_id = :id")
                .bind("id", video.value())
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void theSameAgainChangesNothing() {
        for (int i = 0; i < 3; i++) {
            Answer liked = react(viewer, video, "like");
            assertThat(liked.status()).isEqualTo(200);
            assertThat(liked.json().path("like_count").asInt()).isEqualTo(1);
        }
        react(owner, video, "like");
        awaitCounts(2, 0);
        assertThat(react(viewer, video, "like").json().path("like_count").asInt())
                .isEqualTo(2);
        assertThat(react(anonymousNow(), video, "remove")
                        .json()
                        .path("like_count")
                        .asInt())
                .isEqualTo(2);
        int events = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from events where topic = 'video.likes' and key = :id")
                        .bind("id", video.value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(events).isEqualTo(2);
    }

    /** Somebody who has never reacted. */
    private Visitor anonymousNow() {
        return Visitor.user(site);
    }

    @Test
    void dislikesAreTheChannelsOwnUnlessItShowsThem() {
        react(viewer, video, "dislike");
        awaitCounts(0, 1);
        Await.await(
                "the owner sees it",
                Duration.ofSeconds(10),
                () -> page(owner).path("dislike_count").asInt() == 1);
        assertThat(page(viewer).path("dislike_count").isNull()).isTrue();
        assertThat(page(anonymous).path("dislike_count").isNull()).isTrue();
        assertThat(react(owner, video, "like").json().path("dislike_count").asInt())
                .isEqualTo(1);

        Answer me = owner.patch("/api/v1/me", "{\"public_dislikes\": true}");
        assertThat(me.json().path("public_dislikes").asBoolean()).isTrue();
        Await.await(
                "all see it",
                Duration.ofSeconds(10),
                () -> page(anonymous).path("dislike_count").asInt() == 1);
        assertThat(react(viewer, video, "dislike").json().path("dislike_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatOneLikesIsListedTheLatestFirst() {
        VideoId second = films.done(owner.id(), titled("Another", "public"));
        react(viewer, video, "like");
        react(viewer, second, "like");
        react(viewer, films.done(owner.id(), titled("Bad", "public")), "dislike");
        List<Reactions.Liked> first = reactions.likedBy(viewer.id(), Optional.empty(), 1);
        assertThat(first).extracting(Reactions.Liked::videoId).containsExactly(second);
        assertThat(reactions.likedBy(viewer.id(), Optional.of(first.getFirst()), 10))
                .extracting(Reactions.Liked::videoId)
                .containsExactly(video);
        assertThat(reactions.likedBy(owner.id(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void reactionsAreRefused() {
        assertThat(react(anonymous, video, "like").status()).isEqualTo(401);
        assertThat(react(viewer, video, "love").code()).isEqualTo("bad_action");
        assertThat(react(viewer, video, "none").status()).isEqualTo(400);
        assertThat(viewer.post("/api/v1/videos/" + video + "/like", "{}").status())
                .isEqualTo(400);
        assertThat(viewer.post("/api/v1/videos/" + video + "/like", "").status())
                .isEqualTo(400);
        assertThat(viewer.post("/api/v1/videos/" + video + "/like", "{\"action\": \"like\", \"user_id\": \"0\"}")
                        .status())
                .isEqualTo(400);
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(react(viewer, hidden, "like").status()).isEqualTo(404);
        assertThat(react(owner, hidden, "like").status()).isEqualTo(200);
        assertThat(react(owner, films.draft(owner.id(), titled("Draft", "public")), "like")
                        .status())
                .isEqualTo(404);
        assertThat(react(viewer, new VideoId("AAAAAAAAAAA"), "like").status()).isEqualTo(404);
    }

    @Test
    void whoNeverStopsIsSlowedDown() {
        boolean limited = false;
        for (int i = 0; i < 200 && !limited; i++) {
            Answer answer = react(viewer, video, i % 2 == 0 ? "like" : "dislike");
            limited = answer.status() == 429;
            assertThat(limited || answer.status() == 200).isTrue();
        }
        assertThat(limited).isTrue();
    }

    @Test
    void sharesAreCountedOnceAViewerADay() {
        String path = "/api/v1/videos/" + video + "/share";
        assertThat(anonymous.post(path, "").status()).isEqualTo(202);
        assertThat(anonymous.post(path, "").status()).isEqualTo(202);
        assertThat(viewer.post(path, "").status()).isEqualTo(202);
        Await.await("shares", Duration.ofSeconds(20), () -> stored("share_count") >= 2);
        assertThat(viewer.post(path, "").status()).isEqualTo(202);
        assertThat(owner.post(path, "").status()).isEqualTo(202);
        Await.await("the last share", Duration.ofSeconds(20), () -> stored("share_count") >= 3);
        assertThat(stored("share_count")).isEqualTo(3);
        Await.await(
                "the page shows it",
                Duration.ofSeconds(10),
                () -> page(anonymous).path("share_count").asInt() == 3);
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(anonymous.post("/api/v1/videos/" + hidden + "/share", "").status())
                .isEqualTo(404);
        assertThat(owner.post("/api/v1/videos/" + films.draft(owner.id(), titled("Draft", "public")) + "/share", "")
                        .status())
                .isEqualTo(404);
    }
}
