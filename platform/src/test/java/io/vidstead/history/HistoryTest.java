package io.vidstead.history;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody watched, as a list. */
@PlatformTest
class HistoryTest {

    private static final String HISTORY = "/api/v1/me/history";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    private Visitor owner;
    private Visitor viewer;
    private List<VideoId> videos;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        viewer = Visitor.user(site);
        videos = List.of(film("One"), film("Two"), film("Three"));
    }

    private VideoId film(String title) {
        return films.playing(owner.id(), titled(title, "public"));
    }

    private Answer watch(VideoId video, double position) {
        return viewer.post("/api/v1/videos/" + video + "/watch-position", """
                {"position": %s, "duration": 40}
                """.formatted(position));
    }

    private Answer pause(boolean paused) {
        return viewer.send(
                "PUT",
                HISTORY + "/choice",
                BodyPublishers.ofString("{\"paused\": " + paused + "}"),
                "Content-Type",
                "application/json");
    }

    private static List<String> ids(Answer list) {
        List<String> ids = new ArrayList<>();
        list.json()
                .path("videos")
                .forEach(entry -> ids.add(entry.path("video_id").asText()));
        return ids;
    }

    private static String id(VideoId video) {
        return video.value();
    }

    @Test
    void aVideoStandsThereOnceTheLastOneWatchedFirst() {
        videos.forEach(video -> watch(video, 10));
        watch(videos.get(0), 39);
        Answer list = viewer.get(HISTORY);
        assertThat(ids(list)).containsExactly(id(videos.get(0)), id(videos.get(2)), id(videos.get(1)));
        JsonNode first = list.json().path("videos").path(0);
        assertThat(first.path("watch_position").asInt()).isEqualTo(39);
        assertThat(first.path("completed").asBoolean()).isTrue();
        assertThat(first.path("video").path("title").asText()).isEqualTo("One");
        assertThat(first.path("video").path("watch_position").asInt()).isEqualTo(39);
        assertThat(list.json().path("videos").path(1).path("completed").asBoolean())
                .isFalse();
        assertThat(list.json().path("pagination").path("total").asInt()).isEqualTo(3);
        assertThat(ids(owner.get(HISTORY))).isEmpty();
    }

    @Test
    void cursorsGoThroughAll() {
        videos.forEach(video -> watch(video, 10));
        JsonNode page = viewer.get(HISTORY + "?limit=2").json();
        String cursor = page.path("pagination").path("next_cursor").asText();
        watch(film("Watched while reading"), 1);
        Answer rest = viewer.get(HISTORY + "?limit=2&cursor=" + cursor);
        assertThat(ids(rest)).containsExactly(id(videos.get(0)));
        assertThat(rest.json().path("pagination").path("has_more").asBoolean()).isFalse();
        assertThat(owner.get(HISTORY + "?cursor=" + cursor).code()).isEqualTo("bad_cursor");
        assertThat(viewer.get(HISTORY + "?cursor=AAAA").status()).isEqualTo(400);
        assertThat(viewer.get(HISTORY + "?limit=101").code()).isEqualTo("bad_limit");
    }

    @Test
    void oneIsRemovedAndAllAreCleared() {
        videos.forEach(video -> watch(video, 10));
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.delete(HISTORY + "/" + videos.get(1)).status()).isEqualTo(204);
        }
        assertThat(ids(viewer.get(HISTORY))).containsExactly(id(videos.get(2)), id(videos.get(0)));
        JsonNode page = viewer.get("/api/v1/videos/" + videos.get(1)).json();
        assertThat(page.path("watch_position").isNull()).isTrue();
        assertThat(viewer.delete(HISTORY).status()).isEqualTo(204);
        assertThat(ids(viewer.get(HISTORY))).isEmpty();
        assertThat(viewer.get("/api/v1/videos/" + videos.get(0))
                        .json()
                        .path("watch_position")
                        .isNull())
                .isTrue();
    }

    @Test
    void whilePausedNothingNewIsKept() {
        watch(videos.get(0), 10);
        assertThat(viewer.get(HISTORY + "/choice").json().path("paused").asBoolean())
                .isFalse();
        assertThat(pause(true).json().path("paused").asBoolean()).isTrue();
        assertThat(viewer.get(HISTORY + "/choice").json().path("paused").asBoolean())
                .isTrue();
        JsonNode kept = watch(videos.get(1), 12).json();
        assertThat(kept.path("recorded").asBoolean()).isFalse();
        watch(videos.get(0), 30);
        assertThat(ids(viewer.get(HISTORY))).containsExactly(id(videos.get(0)));
        assertThat(viewer.get(HISTORY)
                        .json()
                        .path("videos")
                        .path(0)
                        .path("watch_position")
                        .asInt())
                .isEqualTo(10);
        pause(false);
        assertThat(watch(videos.get(1), 12).json().path("recorded").asBoolean()).isTrue();
        assertThat(ids(viewer.get(HISTORY))).containsExactly(id(videos.get(1)), id(videos.get(0)));
    }

    @Test
    void whatMayNotBeSeenAnyMoreIsUnavailableAndCanBeRemoved() {
        videos.forEach(video -> watch(video, 10));
        owner.patch("/api/v1/videos/" + videos.get(2), "{\"privacy\": \"private\", \"title\": \"Now secret\"}");
        Answer list = viewer.get(HISTORY);
        assertThat(list.text()).doesNotContain("secret");
        JsonNode first = list.json().path("videos").path(0);
        assertThat(first.path("available").asBoolean()).isFalse();
        assertThat(first.path("video").isNull()).isTrue();
        assertThat(viewer.delete(HISTORY + "/" + videos.get(2)).status()).isEqualTo(204);
        assertThat(ids(viewer.get(HISTORY))).hasSize(2);
    }

    @Test
    void requestsAreRefused() {
        Visitor anonymous = Visitor.anonymous(site);
        assertThat(anonymous.get(HISTORY).status()).isEqualTo(401);
        assertThat(anonymous.delete(HISTORY).status()).isEqualTo(401);
        assertThat(anonymous.delete(HISTORY + "/" + videos.get(0)).status()).isEqualTo(401);
        assertThat(anonymous.get(HISTORY + "/choice").status()).isEqualTo(401);
        assertThat(anonymous
                        .send(
                                "PUT",
                                HISTORY + "/choice",
                                BodyPublishers.ofString("{\"paused\": true}"),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(401);
        assertThat(viewer.delete(HISTORY + "/nonsense").status()).isEqualTo(404);
        for (String body :
                List.of("{}", "{\"paused\": null}", "{\"paused\": \"yes\"}", "{\"paused\": true, \"x\": 1}")) {
            assertThat(viewer.send(
                                    "PUT",
                                    HISTORY + "/choice",
                                    BodyPublishers.ofString(body),
                                    "Content-Type",
                                    "application/json")
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
    }
}
