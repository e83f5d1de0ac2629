package io.vidstead.comments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** A public film and people who comment on it, anew for each test but for the moderator. */
abstract class CommentVisits {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    Visitor anonymous;

    Visitor owner;

    Visitor ada;

    Visitor bob;

    static Visitor moderator;

    VideoId video;

    @BeforeEach
    void come() {
        anonymous = Visitor.anonymous(site);
        owner = Visitor.user(site);
        ada = Visitor.user(site);
        bob = Visitor.user(site);
        if (moderator == null) {
            moderator = Visitor.of(site, Role.MODERATOR, jdbi);
        }
        video = films.done(owner.id(), Films.titled("Film", "public"));
    }

    String comments() {
        return "/api/v1/videos/" + video + "/comments";
    }

    static String comment(String id) {
        return "/api/v1/comments/" + id;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer tryPost(Visitor who, String content) {
        return who.post(comments(), json(Map.of("content", content)));
    }

    /** The id of a comment that was taken. */
    String post(Visitor who, String content) {
        return id(tryPost(who, content));
    }

    String reply(Visitor who, String parent, String content) {
        return id(who.post(comments(), json(Map.of("content", content, "parent_id", parent))));
    }

    Answer put(Visitor who, String path, String json) {
        return who.send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    private static String id(Answer posted) {
        if (posted.status() != 201) {
            throw new AssertionError(posted.toString());
        }
        return posted.json().path("comment_id").asText();
    }

    JsonNode list(Visitor who, String query) {
        Answer answer = who.get(comments() + query);
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.json();
    }

    static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("comments").forEach(one -> ids.add(one.path("comment_id").asText()));
        return ids;
    }

    long counted() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select comment_count from video_counts where video_id = :video")
                        .bind("video", video.value())
                        .mapTo(Long.class)
                        .one());
    }
}
