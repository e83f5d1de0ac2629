package io.vidstead.views;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.engines.Await;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.NewEvent;
import io.vidstead.engines.events.RetryLaterException;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ViewCounterTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Catalog catalog;

    @Inject
    EventLog log;

    @Inject
    ViewCounter counter;

    @Inject
    ViewMarks marks;

    @Inject
    Transactions transactions;

    @Inject
    DataSource database;

    @Inject
    Jdbi jdbi;

    private Visitor owner;
    private VideoId video;

    @BeforeEach
    void prepare() {
        owner = Visitor.user(site);
        video = films.done(owner.id(), titled("A film", "public"));
    }

    private long count(VideoId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select view_count from video_counts where video_id = :id")
                .bind("id", id.value())
                .mapTo(Long.class)
                .one());
    }

    private static NewEvent event(VideoId id, String viewer, Instant at) {
        return NewEvent.of("video.views", at, id.value(), null, "{\"viewer\":\"" + viewer + "\"}");
    }

    private static Event read(NewEvent event) {
        return new Event(event.type(), event.id(), event.type(), 1, event.time(), event.key(), null, event.payload());
    }

    private void handle(List<Event> events, boolean commit) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            counter.handle(connection, events);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    @Test
    void thousandsOfViewsWithDuplicatesAreCountedExactly() {
        VideoId second = films.done(owner.id(), titled("Another", "public"));
        var random = new Random(3);
        List<NewEvent> events = new ArrayList<>();
        for (int viewer = 0; viewer < 1500; viewer++) {
            VideoId watched = viewer % 3 == 0 ? second : video;
            NewEvent first = event(watched, "viewer-" + viewer, NOON.plusSeconds(random.nextInt(60)));
            events.add(first);
            if (viewer % 2 == 0) {
                events.add(first); // the same event, delivered to the log twice
            }
            if (viewer % 5 == 0) { // a second session within the window
                events.add(event(watched, "viewer-" + viewer, NOON.plusSeconds(120)));
            }
        }
        Collections.shuffle(events, random);
        for (int i = 0; i < events.size(); i += 200) {
            log.append(events.subList(i, Math.min(i + 200, events.size())));
        }
        Await.await("counted", Duration.ofSeconds(30), () -> count(video) + count(second) >= 1500);
        // One more of everything changes nothing; a marker behind them shows that they were read.
        log.append(events.subList(0, 500));
        log.append(event(video, "marker", NOON));
        log.append(event(second, "marker", NOON));
        Await.await("markers", Duration.ofSeconds(30), () -> count(video) >= 1001 && count(second) >= 501);
        assertThat(count(video)).isEqualTo(1001);
        assertThat(count(second)).isEqualTo(501);
    }

    @Test
    void aBatchThatDiedBeforeItsCommitIsCountedWhenItComesAgain() throws Exception {
        List<Event> batch = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            batch.add(read(event(video, "v" + i, NOON)));
        }
        handle(batch, false);
        assertThat(count(video)).isZero();
        handle(batch, true);
        handle(batch, true);
        assertThat(count(video)).isEqualTo(300);
    }

    @Test
    void aCounterThatKeepsDyingAfterItsWorkCountsExactly() {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            events.add(event(video, "viewer-" + i % 1600, NOON));
        }
        for (int i = 0; i < events.size(); i += 100) {
            log.append(events.subList(i, i + 100));
        }
        // A second group does the same work beside the site's own, and loses every other transaction.
        var handled = new AtomicInteger();
        var subscription = log.consume(
                "test." + UUID.randomUUID(),
                Set.of("video.views"),
                (tx, batch) -> {
                    counter.handle(tx, batch);
                    if (handled.incrementAndGet() % 2 == 1) {
                        throw new RetryLaterException("killed before the commit", new SQLException());
                    }
                },
                ConsumeOptions.DEFAULTS.withBatchSize(150).withAttempts(5, Duration.ofMillis(1), Duration.ofMillis(5)));
        try (subscription) {
            log.append(event(video, "marker", NOON));
            Await.await("counted", Duration.ofSeconds(30), () -> count(video) >= 1601 && handled.get() > 10);
        }
        assertThat(count(video)).isEqualTo(1601);
    }

    @Test
    void theNextViewOfAViewerCountsAfterHalfAnHour() throws Exception {
        handle(List.of(read(event(video, "v", NOON))), true);
        handle(List.of(read(event(video, "v", NOON.plus(Duration.ofMinutes(29))))), true);
        assertThat(count(video)).isEqualTo(1);
        handle(List.of(read(event(video, "v", NOON.plus(Duration.ofMinutes(30))))), true);
        assertThat(count(video)).isEqualTo(2);
        handle(List.of(read(event(video, "v", NOON.plus(Duration.ofMinutes(10))))), true);
        assertThat(count(video)).isEqualTo(2);
    }

    @Test
    void aBacklogInOneBatchCountsLikeManyBatches() throws Exception {
        List<Event> backlog = new ArrayList<>();
        for (int minute = 0; minute <= 120; minute += 10) {
            backlog.add(read(event(video, "v", NOON.plus(Duration.ofMinutes(minute)))));
        }
        Collections.shuffle(backlog, new Random(5));
        handle(backlog, true);
        assertThat(count(video)).isEqualTo(5);
    }

    @Test
    void viewsOfWhatIsGoneAreHarmless() throws Exception {
        handle(List.of(read(event(new VideoId("AAAAAAAAAAA"), "v", NOON)), read(event(video, "v", NOON))), true);
        assertThat(count(video)).isEqualTo(1);
    }

    @Test
    void oldMarksGo() throws SQLException {
        transactions.run(tx -> marks.mark(tx, List.of(new View(video, "old", NOON.minus(Duration.ofDays(900))))));
        int gone = transactions.call(tx -> marks.deleteBefore(tx, NOON.minus(Duration.ofDays(800))));
        assertThat(gone).isEqualTo(1);
    }

    // heartbeats

    private Visitor.Answer beat(Visitor who, VideoId id, String session, String body) {
        return who.post("/api/v1/videos/" + id + "/views", "{\"session_id\": \"" + session + "\", " + body + "}");
    }

    @Test
    void aShortFilmThatWasPlayedIsCountedOnceForAViewer() {
        Visitor viewer = Visitor.user(site);
        Visitor anonymous = Visitor.anonymous(site);
        for (Visitor who : List.of(viewer, anonymous)) {
            String session = UUID.randomUUID().toString();
            Await.await("a second of play at the end", Duration.ofSeconds(20), () -> {
                assertThat(beat(who, video, session, "\"played_seconds\": 3, \"position\": 40, \"ended\": true")
                                .status())
                        .isIn(202, 429);
                return count(video) >= (who == viewer ? 1 : 2);
            });
        }
        assertThat(count(video)).isEqualTo(2);
        Await.await(
                "the page shows it",
                Duration.ofSeconds(20),
                () -> anonymous
                                .get("/api/v1/videos/" + video)
                                .json()
                                .path("view_count")
                                .asInt()
                        == 2);
    }

    @Test
    void heartbeatsAreRefused() {
        Visitor anonymous = Visitor.anonymous(site);
        String good = "\"played_seconds\": 1, \"position\": 1, \"ended\": false";
        assertThat(beat(anonymous, video, "s", good).status()).isEqualTo(202);
        assertThat(beat(anonymous, video, "", good).status()).isEqualTo(400);
        assertThat(beat(anonymous, video, "x".repeat(101), good).status()).isEqualTo(400);
        assertThat(beat(anonymous, video, "s", "\"played_seconds\": -1, \"position\": 1, \"ended\": false")
                        .status())
                .isEqualTo(400);
        assertThat(beat(anonymous, video, "s", "\"played_seconds\": 1").status())
                .isEqualTo(400);
        assertThat(beat(anonymous, video, "s", good + ", \"viewer\": \"x\"").status())
                .isEqualTo(400);
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(beat(anonymous, hidden, "s", good).status()).isEqualTo(404);
        assertThat(beat(owner, hidden, "s", good).status()).isEqualTo(202);
        assertThat(beat(owner, films.draft(owner.id(), titled("Draft", "public")), "s", good)
                        .status())
                .isEqualTo(404);
    }
}
