package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** A site with somebody who owns videos, and words that no other test has. */
abstract class SearchVisits {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    Visitor owner;
    Visitor anonymous;
    /** A word of letters alone that nobody else has. */
    String word;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
        word = word();
    }

    static String word() {
        StringBuilder word = new StringBuilder("q");
        UUID random = UUID.randomUUID();
        for (long bits = random.getMostSignificantBits() >>> 8; bits > 0; bits /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt((int) (bits % 20)));
        }
        return word.toString();
    }

    Visitor administrator() {
        return Visitor.of(site, Role.ADMINISTRATOR, jdbi);
    }

    VideoId film(String title, String description, String language) {
        return films.done(
                owner.id(),
                VideoDetails.of(title, description, "education", List.of(word + "tag"), "public", language));
    }

    /** The owner brings captions. */
    void captions(VideoId video, String language, String webVtt) {
        Answer brought = owner.send(
                "POST",
                "/api/v1/videos/" + video + "/captions?language=" + language,
                BodyPublishers.ofString(webVtt),
                "Content-Type",
                "text/vtt");
        assertThat(brought.status()).as(brought.toString()).isEqualTo(201);
    }

    static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer search(String q, String... more) {
        return anonymous.get("/api/v1/search?q=" + query(q) + String.join("", more));
    }

    List<String> found(String q, String... more) {
        Answer answer = search(q, more);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("results")
                .forEach(each -> ids.add(each.path("video_id").asText()));
        return ids;
    }

    JsonNode first(String q, String... more) {
        return search(q, more).json().path("results").path(0);
    }

    void awaitFound(VideoId video, String q) {
        Await.until("it is found", () -> found(q).contains(video.value()));
    }
}
