package io.vidstead.catalog;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.engines.events.EventLog;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits and deletions of videos. */
@PlatformTest
class VideoEditTest extends VideoVisits {

    @Inject
    EventLog log;

    @Inject
    Catalog catalog;

    @ParameterizedTest
    @CsvSource({
        "anonymous, 401, 401",
        "other, 403, 404",
        "owner, 200, 200",
        "moderator, 403, 403",
        "administrator, 200, 200"
    })
    void whoEdits(String who, int ofPublic, int ofPrivate) {
        VideoId seen = films.playing(owner.id(), titled("Public", "public"));
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(visitor(who).patch(path(seen), "{\"title\": \"New\"}").status())
                .isEqualTo(ofPublic);
        assertThat(visitor(who).patch(path(hidden), "{\"title\": \"New\"}").status())
                .isEqualTo(ofPrivate);
        assertThat(catalog.require(seen).details().title()).isEqualTo(ofPublic == 200 ? "New" : "Public");
    }

    @Test
    void anEditIsSeenAtOnce() {
        VideoId video = films.playing(owner.id(), titled("Old", "public"));
        anonymous.get(path(video));
        anonymous.get(channel());
        Answer answer = owner.patch(path(video), """
                {"title": "  New <b>title</b> ", "description": "Text", "category": "music", "tags": ["x"],
                 "language": "de", "thumbnail": 2}
                """);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        JsonNode page = anonymous.get(path(video)).json();
        assertThat(page.path("title").asText()).isEqualTo("New <b>title</b>");
        assertThat(page.path("category").asText()).isEqualTo("music");
        assertThat(page.path("thumbnail_url").asText()).endsWith("thumb-2-abc.jpg");
        assertThat(anonymous
                        .get(channel())
                        .json()
                        .path("videos")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("New <b>title</b>");
    }

    @Test
    void aVideoThatBecomesPrivateIsGoneForOthersAtOnce() {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        assertThat(anonymous.get(path(video)).status()).isEqualTo(200);
        assertThat(owner.patch(path(video), "{\"privacy\": \"private\"}").status())
                .isEqualTo(200);
        assertThat(anonymous.get(path(video)).status()).isEqualTo(404);
        assertThat(ids(anonymous.get(channel()))).isEmpty();
        assertThat(owner.get(path(video)).json().path("video_urls").path("hls").asText())
                .matches("/media/" + video + "/\\d+-[0-9A-Z]+/[A-Za-z0-9_-]{43}/master.m3u8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \" \"}",
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"a\\ud800b\"}",
                "{\"title\": 5}",
                "{\"privacy\": \"secret\"}",
                "{\"category\": \"cooking\"}",
                "{\"tags\": [\"\"]}",
                "{\"tags\": \"a\"}",
                "{\"thumbnail\": 3}",
                "{\"thumbnail\": -1}",
                "{\"view_count\": 5}",
                "{\"user_id\": 5}",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{",
                "''",
                "[]"
            })
    void badEditsAreRefused(String body) {
        VideoId video = films.playing(owner.id(), titled("Old", "public"));
        Answer answer = owner.patch(path(video), body);
        assertThat(answer.status()).as(body + answer).isEqualTo(400);
        assertThat(catalog.require(video).details().title()).isEqualTo("Old");
    }

    @Test
    void anEditOfAnOldVersionFails() {
        VideoId video = films.playing(owner.id(), titled("Old", "public"));
        String tag = owner.get(path(video)).header("ETag");
        films.finish(video); // what processing does is no edit
        assertThat(owner.patch(path(video), "{\"title\": \"New\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
        Answer late = owner.patch(path(video), "{\"title\": \"Newer\"}", "If-Match", tag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(catalog.require(video).details().title()).isEqualTo("New");
        String fresh = owner.get(path(video)).header("ETag");
        assertThat(owner.patch(path(video), "{\"title\": \"Newer\"}", "If-Match", fresh)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "anonymous, 401, 401",
        "other, 403, 404",
        "owner, 204, 204",
        "moderator, 204, 204",
        "administrator, 204, 204"
    })
    void whoDeletes(String who, int ofPublic, int ofPrivate) {
        VideoId seen = films.playing(owner.id(), titled("Public", "public"));
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(visitor(who).delete(path(seen)).status()).isEqualTo(ofPublic);
        assertThat(visitor(who).delete(path(hidden)).status()).isEqualTo(ofPrivate);
        assertThat(catalog.find(seen).isEmpty()).isEqualTo(ofPublic == 204);
    }

    @Test
    void aDeletedVideoIsGoneEverywhere() {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        assertThat(anonymous.get("/media/" + video + "/master.m3u8").status()).isEqualTo(200);
        assertThat(owner.delete(path(video)).status()).isEqualTo(204);
        assertThat(owner.delete(path(video)).status()).isEqualTo(404);
        assertThat(owner.get(path(video)).status()).isEqualTo(404);
        assertThat(owner.get(path(video) + "/status").status()).isEqualTo(404);
        assertThat(owner.patch(path(video), "{\"title\": \"New\"}").status()).isEqualTo(404);
        assertThat(ids(anonymous.get(channel()))).isEmpty();
        assertThat(ids(owner.get("/api/v1/me/videos"))).isEmpty();
        assertThat(anonymous.get("/media/" + video + "/master.m3u8").status()).isEqualTo(404);
        assertThat(anonymous.get("/media/" + video + "/360p-abc.mp4").status()).isEqualTo(404);
    }

    @Test
    void changesAreTold() {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        owner.patch(path(video), "{\"title\": \"B\"}");
        owner.patch(path(video), "{\"title\": \"B\"}"); // changes nothing
        owner.delete(path(video));
        var told = new ConcurrentLinkedQueue<String>();
        var subscription = log.consume(
                "test." + UUID.randomUUID(),
                Set.of("video.uploaded", "video.published", "video.updated", "video.deleted"),
                (_, events) -> events.stream()
                        .filter(event -> event.key().equals(video.value()))
                        .forEach(event -> told.add(event.type())));
        try (subscription) {
            Await.await("events", Duration.ofSeconds(20), () -> told.contains("video.deleted"));
            Await.await("all events", Duration.ofSeconds(20), () -> told.size() >= 4);
        }
        assertThat(told)
                .containsExactlyInAnyOrder("video.uploaded", "video.published", "video.updated", "video.deleted");
    }
}
