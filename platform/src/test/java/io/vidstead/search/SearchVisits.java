package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    @Inject
    Derivatives derivatives;

    @Inject
    ObjectStore objects;

    @Inject
    Transactions transactions;

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

    /** Gives a video captions, as processing would. */
    void captions(VideoId video, String language, String webVtt) throws IOException {
        String file = language + "-" + UUID.randomUUID().toString().substring(0, 8) + ".vtt";
        ObjectKey key = ObjectKey.of(CaptionTrack.FOLDER, video.value(), file);
        byte[] bytes = webVtt.getBytes(StandardCharsets.UTF_8);
        objects.put(key, new ByteArrayInputStream(bytes));
        CaptionTrack track = new CaptionTrack(
                language,
                Optional.of(language),
                language.toUpperCase(Locale.ROOT),
                true,
                key.value(),
                file,
                bytes.length);
        String original = "originals/" + video + "/film";
        boolean set = transactions.call(tx -> derivatives.setWords(tx, video, original, List.of(), List.of(track)));
        assertThat(set).isTrue();
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
        answer.json().path("results").forEach(each -> ids.add(each.path("video_id").asText()));
        return ids;
    }

    JsonNode first(String q, String... more) {
        return search(q, more).json().path("results").path(0);
    }

    void awaitFound(VideoId video, String q) {
        Await.until("it is found", () -> found(q).contains(video.value()));
    }
}
