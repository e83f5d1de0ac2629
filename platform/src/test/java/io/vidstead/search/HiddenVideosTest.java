package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.vidstead.comments.CommentId;
import io.vidstead.engines.Await;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is not public is on no surface of searching, from the moment on in which it ceases to be. */
@PlatformTest
class HiddenVideosTest extends SearchVisits {

    @Inject
    SearchIndex index;

    @Inject
    Indexer indexer;

    private VideoId shown() {
        VideoId video = film("Secret" + word + " title", "Hidden" + word + " description", "en");
        captions(video, "en", """
                WEBVTT

                00:00:01.000 --> 00:00:04.000
                the spoken%s words
                """.formatted(word));
        owner.post("/api/v1/videos/" + video + "/comments", "{\"content\": \"Remark" + word + "\"}");
        awaitFound(video, "Secret" + word);
        awaitFound(video, "spoken" + word);
        Await.until(
                "it is found",
                () -> surfaces(video).values().stream()
                        .allMatch(answer -> answer.contains(word) || answer.contains(video.value())));
        return video;
    }

    /** What a stranger reads everywhere; while the video is public, each has something of it. */
    private Map<String, String> surfaces(VideoId video) {
        Visitor stranger = Visitor.anonymous(site);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("by title", "/api/v1/search?q=secret" + word);
        asked.put("by description", "/api/v1/search?q=hidden" + word);
        asked.put("by what is said", "/api/v1/search?q=spoken" + word);
        asked.put("by beginning", "/api/v1/search?q=secret" + word.substring(0, 6) + "*");
        asked.put("by channel", "/api/v1/search?q=channel%3A" + owner.username());
        asked.put("by date", "/api/v1/search?sort=date&q=channel%3A" + owner.username());
        asked.put("misspelled", "/api/v1/search?q=secrt" + word);
        asked.put("comments", "/api/v1/search?type=comment&q=remark" + word);
        asked.put("suggestions", "/api/v1/search/suggest?q=secret" + word.substring(0, 6));
        asked.put("inside", "/api/v1/videos/" + video + "/search?q=spoken" + word);
        Map<String, String> answers = new LinkedHashMap<>();
        asked.forEach((name, path) -> answers.put(name, stranger.get(path).text()));
        return answers;
    }

    private void nowhere(VideoId video, Consumer<VideoId> hiding) {
        hiding.accept(video);
        for (int time = 0; time < 2; time++) { // at once, and when the index knows too
            Map<String, String> answers = surfaces(video);
            assertSoftly(soft -> answers.forEach(
                    (name, answer) -> soft.assertThat(answer).as(name).doesNotContain(word, video.value())));
            Await.until(
                    "the index knows",
                    () -> found("secret" + word, "&sort=date").isEmpty());
        }
    }

    @Test
    void privateOnes() {
        VideoId video = shown();
        nowhere(video, id -> privacy(id, "private"));
        assertThat(owner.get("/api/v1/search?q=secret" + word).json().path("results"))
                .as("for the owner either")
                .isEmpty();
        privacy(video, "public");
        awaitFound(video, "secret" + word);
        awaitFound(video, "spoken" + word);
    }

    @Test
    void deletedOnes() {
        nowhere(
                shown(),
                id -> assertThat(owner.delete("/api/v1/videos/" + id).status()).isEqualTo(204));
    }

    @Test
    void unlistedOnes() {
        VideoId video = shown();
        privacy(video, "unlisted");
        Map<String, String> answers = surfaces(video);
        // Who has the link may look for something inside.
        assertThat(answers.remove("inside")).isNotEmpty();
        assertSoftly(soft -> answers.forEach(
                (name, answer) -> soft.assertThat(answer).as(name).doesNotContain(word, video.value())));
    }

    private void privacy(VideoId video, String privacy) {
        assertThat(owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"" + privacy + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void facetsAndTotalsTellNothing() {
        VideoId video = shown();
        privacy(video, "private");
        var page = anonymous.get("/api/v1/search?q=secret" + word).json();
        assertThat(page.path("pagination").path("total").asInt()).isZero();
        assertThat(page.path("did_you_mean").isNull()).isTrue();
        assertThat(page.path("results")).isEmpty();
    }

    @Test
    void whatIsWrittenBelowThemIsNeitherCountedNorKept() {
        VideoId video = shown();
        privacy(video, "private");
        for (int page = 1; page <= 2; page++) {
            var pagination = anonymous
                    .get("/api/v1/search?type=comment&q=remark" + word + "&page=" + page)
                    .json()
                    .path("pagination");
            assertThat(pagination.path("total").asInt()).isZero();
            assertThat(pagination.path("has_more").asBoolean()).isFalse();
        }
        Await.until("the index forgets it", () -> indexed("remark" + word) == 0);
        var whisper = owner.post("/api/v1/videos/" + video + "/comments", "{\"content\": \"Whisper" + word + "\"}");
        assertThat(whisper.status()).as(whisper.toString()).isEqualTo(201);
        indexer.comments(
                Set.of(CommentId.fromString(whisper.json().path("comment_id").asText())));
        rebuild();
        assertThat(indexed("remark" + word)).isZero();
        assertThat(indexed("whisper" + word)).isZero();

        privacy(video, "public");
        Await.until("both are found", () -> indexed("remark" + word) == 1 && indexed("whisper" + word) == 1);
        assertThat(first("whisper" + word, "&type=comment").path("video_id").asText())
                .isEqualTo(video.value());
    }

    /** How many comments the index itself finds. */
    private long indexed(String asked) {
        return index.search(SearchQuery.of(
                        Set.of(Kinds.COMMENT), QueryText.parse("\"" + asked + "\"", Set.of()), List.of(), 1))
                .total();
    }

    private void rebuild() {
        Visitor administrator = administrator();
        var before = administrator.get("/api/v1/admin/search").json().path("built_at");
        administrator.post("/api/v1/admin/search/rebuild", "");
        Await.until(
                "it is built anew",
                () -> !administrator
                        .get("/api/v1/admin/search")
                        .json()
                        .path("built_at")
                        .equals(before));
    }

    @Test
    void whatIsSaidInPremiumVideosIsForThoseWhoMayPlayThem() {
        String words = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
        VideoId premium = film("Premium " + word, "", "en");
        jdbi.useHandle(
                handle -> handle.execute("update videos set premium = true where video_id = ?", premium.value()));
        captions(premium, "en", words + "hush" + word);
        VideoId free = film("Free " + word, "", "en");
        captions(free, "en", words + "loud" + word);
        awaitFound(free, "loud" + word);
        awaitFound(premium, "Premium " + word);
        assertThat(found("hush" + word)).doesNotContain(premium.value());
        assertThat(anonymous
                        .get("/api/v1/videos/" + premium + "/search?q=hush" + word)
                        .text())
                .doesNotContain("hush" + word);
    }
}
