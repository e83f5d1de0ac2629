package io.vidstead.history;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engines.Await;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.timelines.Entry;
import io.vidstead.engines.timelines.Timelines;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What players did, from the request through the log into timelines. */
@PlatformTest
class WatchEventsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Timelines timelines;

    @Inject
    WatchEventKeeper keeper;

    @Inject
    DataSource database;

    private Visitor owner;
    private Visitor viewer;
    private VideoId video;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        viewer = Visitor.user(site);
        video = films.playing(owner.id(), titled("A film", "public"));
    }

    private static Answer tell(Visitor who, VideoId video, String... events) {
        return who.post(
                "/api/v1/videos/" + video + "/watch-events",
                "{\"session_id\": \"s\", \"events\": [" + String.join(",", events) + "]}");
    }

    private List<String> kept() {
        return timelines.list(WatchEvent.timeline(viewer.id()), null, 1_000).entries().stream()
                .map(Entry::body)
                .toList();
    }

    @Test
    void aBatchBecomesEntriesInTheOrderOfTheirTimes() {
        Answer answer = tell(
                viewer,
                video,
                "{\"type\": \"play\", \"position\": 0, \"age\": 60}",
                "{\"type\": \"stall\", \"position\": 3.5, \"age\": 50, \"stalled\": 1.25}",
                "{\"type\": \"quality\", \"position\": 9, \"age\": 40, \"quality\": \"720p\"}",
                "{\"type\": \"seek\", \"position\": 30, \"age\": 30}",
                "{\"type\": \"pause\", \"position\": 35, \"age\": 20}",
                "{\"type\": \"end\", \"position\": 40, \"age\": 0}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        Await.await("the events to be kept", SOON, () -> kept().size() == 6);
        List<String> newestFirst = kept();
        assertThat(newestFirst.get(0)).contains("\"event_type\":\"end\"", video.value(), "\"duration\":40.0");
        assertThat(newestFirst.get(3)).contains("\"quality\":\"720p\"");
        assertThat(newestFirst.get(4)).contains("\"stalled\":1.25", "\"watch_position\":3.5");
        assertThat(newestFirst.get(5)).contains("\"event_type\":\"play\"");
    }

    @Test
    void whilePausedNothingIsKept() {
        viewer.send(
                "PUT",
                "/api/v1/me/history/choice",
                BodyPublishers.ofString("{\"paused\": true}"),
                "Content-Type",
                "application/json");
        assertThat(tell(viewer, video, "{\"type\": \"play\", \"position\": 0, \"age\": 0}")
                        .status())
                .isEqualTo(202);
        viewer.send(
                "PUT",
                "/api/v1/me/history/choice",
                BodyPublishers.ofString("{\"paused\": false}"),
                "Content-Type",
                "application/json");
        tell(viewer, video, "{\"type\": \"pause\", \"position\": 1, \"age\": 0}");
        Await.await("the later event to be kept", SOON, () -> !kept().isEmpty());
        assertThat(kept()).singleElement().asString().contains("pause");
    }

    @Test
    void whatIsForgottenGoesFromTheTimelineToo() {
        VideoId other = films.playing(owner.id(), titled("Other", "public"));
        tell(viewer, video, "{\"type\": \"play\", \"position\": 0, \"age\": 1}");
        tell(viewer, other, "{\"type\": \"play\", \"position\": 0, \"age\": 1}");
        Await.await("both to be kept", SOON, () -> kept().size() == 2);
        viewer.delete("/api/v1/me/history/" + video);
        assertThat(kept()).singleElement().asString().contains(other.value());
        viewer.delete("/api/v1/me/history");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aBatchThatComesAgainOrAfterItWasForgottenChangesNothing() throws Exception {
        Instant now = Instant.now();
        List<Event> batch = List.of(event("play", now.minusSeconds(5)), event("pause", now.minusSeconds(2)));
        handle(batch);
        handle(batch);
        assertThat(kept()).hasSize(2);
        viewer.delete("/api/v1/me/history/" + video);
        handle(batch);
        assertThat(kept()).isEmpty();
        handle(List.of(event("play", Instant.now().plusSeconds(1))));
        assertThat(kept()).hasSize(1);
    }

    private Event event(String type, Instant time) {
        String payload = """
                {"video_id":"%s","session_id":"s","event_type":"%s","watch_position":1,"duration":40,"quality":null,"stalled":null}
                """.formatted(video, type);
        return new Event(
                WatchEvent.TOPIC,
                UUID.randomUUID(),
                WatchEvent.TOPIC,
                1,
                time,
                viewer.id().toString(),
                viewer.id().toString(),
                payload);
    }

    private void handle(List<Event> events) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            keeper.handle(connection, events);
            connection.commit();
        }
    }

    @Test
    void requestsAreRefused() {
        String good = "{\"type\": \"play\", \"position\": 0, \"age\": 0}";
        assertThat(tell(Visitor.anonymous(site), video, good).status()).isEqualTo(401);
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(tell(viewer, hidden, good).status()).isEqualTo(404);
        assertThat(tell(owner, hidden, good).status()).isEqualTo(202);
        assertThat(tell(viewer, new VideoId("AAAAAAAAAAA"), good).status()).isEqualTo(404);
        for (String bad : List.of(
                "{\"type\": \"dance\", \"position\": 0, \"age\": 0}",
                "{\"type\": \"play\", \"position\": -1, \"age\": 0}",
                "{\"type\": \"play\", \"position\": 0, \"age\": 86401}",
                "{\"type\": \"play\", \"position\": 0, \"age\": -1}",
                "{\"type\": \"play\", \"position\": 0}",
                "{\"type\": \"play\", \"position\": 0, \"age\": 0, \"quality\": \"720p\"}",
                "{\"type\": \"quality\", \"position\": 0, \"age\": 0}",
                "{\"type\": \"seek\", \"position\": 0, \"age\": 0, \"stalled\": 1}",
                "{\"type\": \"play\", \"position\": 0, \"age\": 0, \"user_id\": \"x\"}",
                "null")) {
            assertThat(tell(viewer, video, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(tell(viewer, video).status()).isEqualTo(400);
        Visitor eager = Visitor.user(site);
        assertThat(tell(eager, video, Collections.nCopies(101, good).toArray(String[]::new))
                        .status())
                .isEqualTo(400);
        int limited = 0;
        for (int i = 0; i < 60; i++) {
            limited += tell(eager, video, good).status() == 429 ? 1 : 0;
        }
        assertThat(limited).isPositive();
    }
}
