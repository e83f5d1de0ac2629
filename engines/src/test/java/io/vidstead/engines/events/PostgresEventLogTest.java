package io.vidstead.engines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.Await;
import io.vidstead.engines.database.PostgresFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventLogTest extends EventLogContract {

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    @Override
    protected EventLog open() {
        return new PostgresEventLog(database(), Clock.systemUTC());
    }

    @Override
    protected DataSource database() {
        return fixture.dataSource();
    }

    @Test
    void no_event_is_skipped_when_writers_commit_out_of_order() throws Exception {
        PostgresEventLog log = (PostgresEventLog) log();
        log.consume("g", Set.of(topic), this::effect, OPTIONS);
        String elsewhere = keyOfAnotherPartition("first");
        try (Connection early = fixture.dataSource().getConnection()) {
            early.setAutoCommit(false);
            Runnable wake = log.append(early, List.of(event("first", 1)));
            Thread late = Thread.startVirtualThread(() -> log().append(event("first", 2)));
            log.append(event(elsewhere, 1));
            Await.until("what is elsewhere flows", () -> effects(elsewhere).equals(List.of("1")));
            Await.until("the later writer waits for the earlier one", this::somebodyWaitsForALock);
            assertThat(effects("first")).isEmpty();
            early.commit();
            wake.run();
            late.join();
        }
        Await.until("both arrive, in order", () -> effects("first").equals(List.of("1", "2")));
    }

    @Test
    void a_writer_that_rolls_back_leaves_no_gap() throws Exception {
        PostgresEventLog log = (PostgresEventLog) log();
        log.consume("g", Set.of(topic), this::effect, OPTIONS);
        log.append(event("k", 1));
        try (Connection given = fixture.dataSource().getConnection()) {
            given.setAutoCommit(false);
            log.append(given, List.of(event("k", 666)));
            given.rollback();
        }
        log.append(event("k", 2));
        Await.until("the others arrive", () -> effects("k").equals(List.of("1", "2")));
        assertThat(lag("g")).isZero();
    }

    @Test
    void nobody_fails_for_anothers_event() throws Exception {
        EventLog log = log();
        NewEvent impossible = new NewEvent(event("k", 0).id(), topic, 1, Instant.MAX, "k", null, "{}");
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean refused = new AtomicBoolean();
        List<Thread> writers = IntStream.range(0, 20)
                .mapToObj(n -> Thread.startVirtualThread(() -> {
                    if (n == 7) {
                        assertThatThrownBy(() -> log.append(impossible)).isInstanceOf(EventLogException.class);
                        refused.set(true);
                    } else {
                        log.append(event("k" + n, n));
                        acknowledged.add(n);
                    }
                }))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(refused).isTrue();
        assertThat(acknowledged).hasSize(19);
    }

    @Test
    void a_killed_server_loses_no_acknowledged_event_and_consumers_go_on_by_themselves() throws Exception {
        EventLog log = log();
        log.consume("g", Set.of(topic), this::effect, OPTIONS);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = Thread.startVirtualThread(() -> {
            for (int n = 0; !stop.get(); n++) {
                try {
                    log.append(event("k", n));
                    acknowledged.add(Integer.toString(n));
                } catch (EventLogException _) {
                    Thread.onSpinWait();
                }
            }
        });
        Await.until("some are written", () -> acknowledged.size() > 100);
        long killed = fixture.postgres().processId();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        Await.until("another server answers", () -> fixture.postgres().processId() != killed && answers());
        int before = acknowledged.size();
        Await.until("more are written", () -> acknowledged.size() > before + 100);
        stop.set(true);
        writer.join();
        Await.until("all are consumed", () -> lag("g") == 0);
        List<String> seen = effects("k");
        assertThat(seen).containsAll(acknowledged);
        assertThat(seen).as("each once").doesNotHaveDuplicates();
        assertThat(seen.stream().map(Integer::valueOf).toList()).isSorted();
    }

    private String keyOfAnotherPartition(String key) {
        for (int n = 0; ; n++) {
            if (!Partition.of(event("k" + n, 0)).equals(Partition.of(event(key, 0)))) {
                return "k" + n;
            }
        }
    }

    private static boolean answers() throws SQLException {
        var database = fixture.database();
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            return connection.isValid(1);
        }
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (Connection connection = fixture.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
