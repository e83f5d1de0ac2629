package io.vidstead.engines.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import io.vidstead.engines.database.PostgresFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    private static final AtomicInteger topics = new AtomicInteger();

    private final Outbox outbox = new Outbox();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final String topic = "outbox" + topics.incrementAndGet();
    private PostgresEventLog log;

    @BeforeEach
    void open() {
        log = new PostgresEventLog(fixture.dataSource(), Clock.systemUTC());
        log.consume("g", Set.of(topic), (_, events) -> events.forEach(event -> seen.add(event.payload())));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
        log.close();
    }

    @Test
    void events_commit_with_their_transaction_and_reach_the_log_when_woken() throws Exception {
        relay(log, NEVER);
        add(true, 1, 2, 3);
        add(false, 666);
        add(true, 4);
        Await.until("they arrive in order", () -> seen.equals(List.of("1", "2", "3", "4")));
        assertThat(waiting()).isZero();
    }

    @Test
    void what_nobody_announced_is_found_by_looking() throws Exception {
        try (Connection connection = fixture.dataSource().getConnection()) {
            outbox.add(connection, event(1));
        }
        relay(log, Duration.ofMillis(20));
        Await.until("it arrives", () -> seen.equals(List.of("1")));
    }

    @Test
    void several_relays_move_each_event_once_and_in_order() throws Exception {
        for (int node = 0; node < 3; node++) {
            relay(log, Duration.ofMillis(1));
        }
        for (int n = 0; n < 300; n++) {
            add(true, n);
        }
        Await.until("all arrive", () -> seen.size() >= 300);
        assertThat(seen)
                .isEqualTo(IntStream.range(0, 300).mapToObj(Integer::toString).toList());
    }

    @Test
    void a_log_that_fails_loses_nothing() throws Exception {
        FailingLog failing = new FailingLog(log, 3);
        relay(failing, Duration.ofMillis(10));
        add(true, 1, 2);
        Await.until("they arrive", () -> seen.equals(List.of("1", "2")));
        Await.until("the outbox is empty", () -> waiting() == 0);
    }

    private void relay(EventLog target, Duration interval) {
        OutboxRelay relay = new OutboxRelay(fixture.dataSource(), outbox, target, interval);
        relay.start();
        opened.add(relay);
    }

    private void add(boolean commit, int... payloads) throws SQLException {
        try (Connection transaction = fixture.dataSource().getConnection()) {
            transaction.setAutoCommit(false);
            outbox.add(transaction, IntStream.of(payloads).mapToObj(this::event).toList());
            if (commit) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
        outbox.wake();
    }

    private NewEvent event(int payload) {
        return NewEvent.of(topic, Instant.now(), "k", null, Integer.toString(payload));
    }

    private static int waiting() throws SQLException {
        try (Connection connection = fixture.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A log of another kind, without transactions, that is away at first. */
    private static final class FailingLog implements EventLog {

        private final EventLog target;
        private final AtomicInteger failures;

        FailingLog(EventLog target, int failures) {
            this.target = target;
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public void append(List<NewEvent> events) {
            if (failures.getAndDecrement() > 0) {
                throw new EventLogException("away", new IllegalStateException());
            }
            target.append(events);
        }

        @Override
        public Subscription consume(String group, Set<String> topics, BatchHandler handler, ConsumeOptions options) {
            return target.consume(group, topics, handler, options);
        }

        @Override
        public List<Lag> lag() {
            return target.lag();
        }

        @Override
        public long deleteBefore(Instant time) {
            return target.deleteBefore(time);
        }

        @Override
        public void close() {}
    }
}
