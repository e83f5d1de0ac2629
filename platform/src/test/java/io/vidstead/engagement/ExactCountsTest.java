package io.vidstead.engagement;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engines.Await;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.NewEvent;
import io.vidstead.engines.events.RetryLaterException;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.UserId;
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
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts equal the rows, whatever happens to the events on their way. */
@PlatformTest
class ExactCountsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int USERS = 2_500;
    private static final int LAST = 1_000_000;

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    EventLog log;

    @Inject
    ReactionCounter reactions;

    @Inject
    ShareCounter shares;

    @Inject
    SubscriptionCounter subscriptions;

    @Inject
    DataSource database;

    @Inject
    Jdbi jdbi;

    private final Random random = new Random(7);
    private Visitor owner;
    private List<VideoId> videos;

    @BeforeEach
    void prepare() {
        owner = Visitor.user(site);
        videos = IntStream.range(0, 4)
                .mapToObj(i -> films.done(owner.id(), titled("Film " + i, "public")))
                .toList();
    }

    @Test
    void tensOfThousandsOfReactionsWithDuplicatesAndDyingCountersAreExact() {
        var handled = new AtomicInteger();
        var statements = new AtomicInteger();
        // A second group does the same work beside the site's own, and loses every other transaction.
        var subscription = log.consume(
                "test." + UUID.randomUUID(),
                Set.of(ReactionChanged.TOPIC),
                (tx, batch) -> {
                    reactions.handle(tx, batch);
                    if (handled.incrementAndGet() % 2 == 1) {
                        throw new RetryLaterException("killed before the commit", new SQLException());
                    }
                },
                ConsumeOptions.DEFAULTS.withBatchSize(700).withAttempts(5, Duration.ofMillis(1), Duration.ofMillis(5)));
        SqlLogger before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(counting(statements));
        int events = 0;
        try (subscription) {
            for (int round = 0; round < 3; round++) { // all change their minds
                List<NewEvent> told = changeMinds(round);
                log.append(told);
                events += told.size();
            }
            Await.await("the counts to equal the rows", LIMIT, () -> counted().equals(truth()));
            assertThat(handled.get()).isGreaterThan(2);
        } finally {
            jdbi.setSqlLogger(before);
        }
        assertThat(events).isGreaterThan(3 * videos.size() * USERS);
        // Both groups and what the dying one did in vain included; one at a time would be one a event and group.
        assertThat(statements.get()).isLessThanOrEqualTo(events / 100);

        // What was read once more, from the first event on, changes nothing.
        log.append(events(0));
        videos.forEach(video -> log.append(reaction(video, LAST, 1)));
        Await.await("the last event of each is read", LIMIT, () -> lastCounted() == videos.size());
        assertThat(counted()).isEqualTo(truth());
    }

    /** How many of the last reactions are in the counts: a video's events keep their order, so all before them are. */
    private int lastCounted() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from reactions where user_id = :last and counted = 1")
                        .bind("last", LAST)
                        .mapTo(Integer.class)
                        .one());
    }

    private static SqlLogger counting(AtomicInteger statements) {
        return new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                String sql = context.getRenderedSql();
                if (sql.contains("set counted")
                        || sql.contains("update video_counts")
                        || sql.contains("delete from reactions")) {
                    statements.incrementAndGet();
                }
            }
        };
    }

    /**
     * Everybody thinks something else of every video; returns the events about it, every tenth of them twice. Each change
     * commits by itself, as people's do: one transaction of many rows would meet the counters' locks in another order.
     */
    private List<NewEvent> changeMinds(int round) {
        jdbi.useHandle(handle -> {
            handle.execute("set synchronous_commit = off");
            handle.execute("""
                    do $$
                    declare
                        v text;
                    begin
                        foreach v in array string_to_array('%s', ',') loop
                            for u in 1..%d loop
                                insert into reactions as r (video_id, user_id, reaction, changed_at)
                                values (v, u, (u * 7 + length(v) + %d * (u %% 5)) %% 3 - 1, now())
                                on conflict (video_id, user_id) do update set reaction = excluded.reaction;
                                commit;
                            end loop;
                        end loop;
                    end
                    $$
                    """.formatted(
                            String.join(",", videos.stream().map(VideoId::value).toList()), USERS, round));
            handle.execute("reset synchronous_commit");
        });
        return events(round);
    }

    private List<NewEvent> events(int round) {
        List<NewEvent> events = new ArrayList<>();
        for (VideoId video : videos) {
            for (int user = 1; user <= USERS; user++) {
                NewEvent event = event(video, user, round % 2 == 0 ? "like" : "none");
                events.add(event);
                if (user % 10 == 0) {
                    events.add(event);
                }
            }
        }
        Collections.shuffle(events, random);
        return events;
    }

    private NewEvent reaction(VideoId video, int user, int reaction) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into reactions (video_id, user_id, reaction, changed_at) values (?, ?, ?, now())",
                video.value(),
                user,
                reaction));
        return event(video, user, "like");
    }

    private static NewEvent event(VideoId video, int user, String reaction) {
        String payload = "{\"video_id\": \"%s\", \"user_id\": \"%s\", \"reaction\": \"%s\"}"
                .formatted(video, new UserId(user), reaction);
        return NewEvent.of(ReactionChanged.TOPIC, Instant.now(), video.value(), null, payload);
    }

    private List<String> counted() {
        return rows("select video_id || ' ' || like_count || ' ' || dislike_count from video_counts");
    }

    private List<String> truth() {
        return rows("""
                select video_id || ' ' || count(*) filter (where reaction = 1) || ' ' || count(*) filter (where reaction = -1)
                from reactions
                """);
    }

    private List<String> rows(String select) {
        return jdbi.withHandle(handle -> handle.createQuery(select
                        + " where video_id = any (string_to_array(:videos, ',')) group by video_id order by video_id")
                .bind(
                        "videos",
                        String.join(",", videos.stream().map(VideoId::value).toList()))
                .mapTo(String.class)
                .list());
    }

    private void handle(EventConsumer counter, List<NewEvent> events, boolean commit) throws Exception {
        List<Event> read = events.stream()
                .map(e -> new Event(e.type(), e.id(), e.type(), 1, e.time(), e.key(), null, e.payload()))
                .toList();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            counter.handle(connection, read);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    @Test
    void aBatchOfSharesThatDiedIsCountedWhenItComesAgain() throws Exception {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        List<NewEvent> batch = new ArrayList<>();
        for (int viewer = 0; viewer < 300; viewer++) {
            batch.add(share(viewer, noon));
            batch.add(share(viewer, noon.plusSeconds(viewer))); // the same day
        }
        handle(shares, batch, false);
        assertThat(shareCount()).isZero();
        handle(shares, batch, true);
        handle(shares, batch, true);
        assertThat(shareCount()).isEqualTo(300);
        handle(shares, List.of(share(0, noon.plus(Duration.ofDays(1)))), true);
        assertThat(shareCount()).isEqualTo(301);
        NewEvent gone = NewEvent.of(Share.TOPIC, noon, "AAAAAAAAAAA", null, "{\"viewer\": \"v\"}");
        handle(shares, List.of(gone, share(500, noon)), true);
        assertThat(shareCount()).isEqualTo(302);
    }

    private NewEvent share(int viewer, Instant at) {
        return NewEvent.of(Share.TOPIC, at, videos.getFirst().value(), null, "{\"viewer\": \"v" + viewer + "\"}");
    }

    private long shareCount() {
        return jdbi.withHandle(handle -> handle.createQuery("select share_count from video_counts where video_id = :id")
                .bind("id", videos.getFirst().value())
                .mapTo(Long.class)
                .one());
    }

    @Test
    void subscribersAreCountedExactly() throws Exception {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into subscriptions (channel_id, user_id, active, bell, since)
                        select :channel, u, u % 4 <> 0, 'all', now() from generate_series(1, 1000) u
                        """).bind("channel", owner.id()).execute());
        List<NewEvent> events = new ArrayList<>();
        for (int user = 1; user <= 1000; user++) {
            events.add(subscription(user));
            if (user % 10 == 0) {
                events.add(subscription(user));
            }
        }
        Collections.shuffle(events, random);
        handle(subscriptions, events, false);
        handle(subscriptions, events.subList(0, 600), true);
        handle(subscriptions, events, true);
        handle(subscriptions, events.subList(0, 600), true);
        assertThat(subscriberCount()).isEqualTo(750);
        jdbi.useHandle(handle -> handle.execute(
                "update subscriptions set active = not active where channel_id = ?",
                owner.id().value()));
        handle(subscriptions, events, true);
        handle(subscriptions, events, true);
        assertThat(subscriberCount()).isZero();
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from subscriptions where channel_id = :id")
                                .bind("id", owner.id())
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
    }

    private NewEvent subscription(int user) {
        String payload = "{\"user_id\": \"%s\", \"channel\": \"%s\", \"subscribed\": false, \"bell\": \"all\"}"
                .formatted(new UserId(user), owner.id());
        return NewEvent.of(SubscriptionChanged.TOPIC, Instant.now(), owner.id().toString(), null, payload);
    }

    private int subscriberCount() {
        return jdbi.withHandle(handle -> handle.createQuery("select subscriber_count from users where id = :id")
                .bind("id", owner.id())
                .mapTo(Integer.class)
                .one());
    }
}
