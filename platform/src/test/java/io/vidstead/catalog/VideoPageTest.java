package io.vidstead.catalog;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.RequestStatements;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a video's page says, and to whom. */
@PlatformTest
class VideoPageTest extends VideoVisits {

    @Inject
    Catalog catalog;

    @Test
    void aColdListAndAColdPageCostThreeStatementsAtMost() {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        assertThat(statements(() -> anonymous.get(channel()))).hasSizeBetween(1, 3);
        assertThat(statements(() -> anonymous.get("/api/v1/videos?limit=15"))).hasSizeBetween(1, 3);
        assertThat(statements(() -> anonymous.get(path(video)))).hasSizeBetween(1, 3);
        assertThat(statements(() -> anonymous.get(path(video)))).isEmpty();
    }

    private List<String> statements(Runnable work) {
        return RequestStatements.of(jdbi, work, "videos", "renditions", "users");
    }

    @Test
    void aPageShowsTheVideo() {
        VideoId video =
                films.done(owner.id(), VideoDetails.of("Title", "Text", "music", List.of("a", "b"), "public", "en"));
        Answer page = anonymous.get(path(video));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        JsonNode json = page.json();
        assertThat(json.path("description").asText()).isEqualTo("Text");
        assertThat(json.path("tags")).hasSize(2);
        assertThat(json.path("language").asText()).isEqualTo("en");
        assertThat(json.path("stage").asText()).isEqualTo("done");
        assertThat(json.path("progress").asInt()).isEqualTo(100);
        assertThat(json.path("resolution").asText()).isEqualTo("1280x720");
        assertThat(json.path("file_size").asLong()).isEqualTo(1_000_000);
        assertThat(json.path("video_urls").path("hls").asText()).isEqualTo("/media/" + video + "/master.m3u8");
        assertThat(json.path("video_urls").path("dash").asText()).isEqualTo("/media/" + video + "/manifest.mpd");
        assertThat(json.path("thumbnails")).hasSize(3);
        assertThat(json.path("renditions")).hasSize(2);
        assertThat(json.path("renditions").path(0).path("name").asText()).isEqualTo("720p");
        assertThat(json.path("is_owner").asBoolean()).isFalse();
        assertThat(json.path("error").isNull()).isTrue();
        assertThat(owner.get(path(video)).json().path("is_owner").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "anonymous, 404, 404, 200",
        "other, 404, 404, 200",
        "owner, 200, 200, 200",
        "moderator, 200, 200, 200",
        "administrator, 200, 200, 200"
    })
    void whoSeesWhat(String who, int ofPrivate, int ofDraft, int ofUnlisted) {
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        VideoId draft = films.draft(owner.id(), titled("Draft", "public"));
        VideoId unlisted = films.playing(owner.id(), titled("Unlisted", "unlisted"));
        for (String what : List.of("", "/status")) {
            assertThat(visitor(who).get(path(hidden) + what).status()).isEqualTo(ofPrivate);
            assertThat(visitor(who).get(path(draft) + what).status()).isEqualTo(ofDraft);
            assertThat(visitor(who).get(path(unlisted) + what).status()).isEqualTo(ofUnlisted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAA", "short", "%00", "AAAAAAAAAAAA", "..%2f..%2f"})
    void whatIsNoVideoIsNotFound(String id) {
        Answer answer = anonymous.get("/api/v1/videos/" + id);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).contains("json");
    }

    @Test
    void aPageHasATagThatChangesWithIt() {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        String tag = anonymous.get(path(video)).header("ETag");
        Answer same = anonymous.get(path(video), "If-None-Match", "\"x\", W/" + tag);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.bytes()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        films.finish(video);
        Answer changed = anonymous.get(path(video), "If-None-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("stage").asText()).isEqualTo("done");
    }

    @Test
    void theStatusTellsHowFarProcessingIs() {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        catalog.setProgress(video, 42, java.util.Optional.of(Duration.ofSeconds(30)));
        JsonNode status = owner.get(path(video) + "/status").json();
        assertThat(status.path("status").asText()).isEqualTo("ready");
        assertThat(status.path("stage").asText()).isEqualTo("encoding");
        assertThat(status.path("playable").asBoolean()).isTrue();
        assertThat(status.path("progress").asInt()).isEqualTo(42);
        assertThat(status.path("estimated_time_remaining").asInt()).isBetween(20, 30);
        assertThat(status.path("renditions").path(0).asText()).isEqualTo("360p");
        JsonNode draft = owner.get(path(films.draft(owner.id(), titled("B", "public"))) + "/status")
                .json();
        assertThat(draft.path("status").asText()).isEqualTo("uploading");
        assertThat(draft.path("estimated_time_remaining").isNull()).isTrue();
    }
}
