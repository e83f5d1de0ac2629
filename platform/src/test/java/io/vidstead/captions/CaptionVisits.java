package io.vidstead.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** An owner, somebody else, and a film to write captions for. */
abstract class CaptionVisits {

    static final String VTT = "WEBVTT\n\n00:01.000 --> 00:02.500\nHello <i>there</i> & all\n\n"
            + "00:03.000 --> 00:04.000\nSecond line\n";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    Visitor owner;
    Visitor other;
    Visitor anonymous;
    VideoId video;

    @BeforeEach
    void aFilm() {
        owner = Visitor.user(site);
        other = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
        video = films.done(owner.id(), Films.titled("A film", "public"));
    }

    String path(String rest) {
        return "/api/v1/videos/" + video + rest;
    }

    Answer upload(Visitor who, String query, byte[] file) {
        return who.send(
                "POST",
                path("/captions" + query),
                BodyPublishers.ofByteArray(file),
                "Content-Type",
                "application/octet-stream");
    }

    Answer upload(Visitor who, String query, String file) {
        return upload(who, query, file.getBytes(StandardCharsets.UTF_8));
    }

    /** Brings captions, and answers their name. */
    String bring(String language) {
        Answer added = upload(owner, "?language=" + language, VTT);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.json().path("name").asText();
    }

    Answer put(Visitor who, String name, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return who.send("PUT", path("/captions/" + name), BodyPublishers.ofString(json), all);
    }

    /** How often the log was told of this video's captions. */
    List<String> told() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select payload from events where topic = 'video.captions' and key = :video order by position
                        """)
                .bind("video", video.value())
                .mapTo(String.class)
                .list());
    }
}
