package io.vidstead.playlists;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** People with lists, anew for each test, and films to put into them. */
abstract class PlaylistVisits {

    static final String LISTS = "/api/v1/playlists";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    Visitor anonymous;
    Visitor owner;
    Visitor other;

    @BeforeEach
    void come() {
        anonymous = Visitor.anonymous(site);
        owner = Visitor.user(site);
        other = Visitor.user(site);
    }

    String list(String privacy) {
        Answer made = owner.post(LISTS, """
                {"title": "A list", "privacy": "%s"}
                """.formatted(privacy));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return LISTS + "/" + made.json().path("playlist_id").asText();
    }

    List<VideoId> films(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> films.playing(owner.id(), titled("Film " + i, "public")))
                .toList();
    }

    /** A list of the owner's with these films in it. */
    String listOf(String privacy, List<VideoId> videos) {
        String list = list(privacy);
        videos.forEach(video -> assertThat(put(owner, list, video).status()).isEqualTo(200));
        return list;
    }

    static Answer put(Visitor who, String list, VideoId video) {
        return who.send("PUT", list + "/videos/" + video, BodyPublishers.noBody());
    }

    static Answer move(Visitor who, String list, String item, String after) {
        return who.post(
                list + "/items/" + item + "/move",
                after == null ? "{\"after\": null}" : "{\"after\": \"" + after + "\"}");
    }

    static List<String> values(JsonNode list, String field) {
        List<String> values = new ArrayList<>();
        list.forEach(one -> values.add(one.path(field).asText()));
        return values;
    }

    static List<String> videos(Visitor who, String list) {
        List<String> ids = new ArrayList<>();
        who.get(list + "/videos?limit=100")
                .json()
                .path("videos")
                .forEach(entry -> ids.add(entry.path("video").path("video_id").asText()));
        return ids;
    }

    static List<String> items(Visitor who, String list) {
        return values(who.get(list + "/videos?limit=100").json().path("videos"), "item_id");
    }

    static List<String> text(List<VideoId> ids) {
        return ids.stream().map(VideoId::value).toList();
    }
}
