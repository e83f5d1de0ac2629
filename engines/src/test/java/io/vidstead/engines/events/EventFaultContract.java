package io.vidstead.engines.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} keeps when consumers fail. */
interface EventFaultContract extends EventLogUnderTest {

    @Test
    default void a_crash_between_effect_and_offset_leaves_the_effect_once() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        EventLog log = log();
        log.append(IntStream.range(0, 10).mapToObj(n -> event("k", n)).toList());
        log.consume(
                "g",
                Set.of(topic()),
                (transaction, events) -> {
                    effect(transaction, events);
                    if (calls.incrementAndGet() <= 2) {
                        die(transaction);
                    }
                },
                OPTIONS);
        Await.until("all are consumed", () -> lag("g") == 0);
        assertThat(calls).hasValueGreaterThan(2);
        assertThat(effects("k"))
                .isEqualTo(IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    }

    @Test
    default void a_group_goes_on_where_it_stood_after_a_restart() {
        EventLog first = log();
        first.append(event("k", 1));
        first.consume("g", Set.of(topic()), this::effect, OPTIONS);
        Await.until("the first is consumed", () -> lag("g") == 0);
        first.close();
        EventLog second = log();
        second.append(event("k", 2));
        second.consume("g", Set.of(topic()), this::effect, OPTIONS);
        Await.until("the second is consumed", () -> effects("k").equals(List.of("1", "2")));
    }

    @Test
    default void only_the_poison_event_goes_to_the_dead_letters_and_the_others_flow() throws SQLException {
        EventLog log = log();
        log.append(IntStream.range(0, 100).mapToObj(n -> event("k", n)).toList());
        AtomicInteger tries = new AtomicInteger();
        log.consume(
                "g",
                Set.of(topic()),
                (transaction, events) -> {
                    effect(transaction, events);
                    if (events.stream().anyMatch(event -> event.payload().equals("37"))) {
                        tries.addAndGet(events.size() == 1 ? 1 : 0);
                        throw new IllegalStateException("cannot bear 37", new ArithmeticException("prime"));
                    }
                },
                OPTIONS);
        Await.until("all are consumed", () -> lag("g") == 0);
        assertThat(effects("k"))
                .isEqualTo(IntStream.range(0, 100)
                        .filter(n -> n != 37)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(tries).hasValue(3);
        List<Event> dead = new CopyOnWriteArrayList<>();
        log.consume("morgue", Set.of(topic() + ".dead"), (_, events) -> dead.addAll(events), OPTIONS);
        Await.until("the dead letter is there", () -> !dead.isEmpty());
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().key()).isEqualTo("k");
        assertThat(dead.getFirst().payload())
                .contains("\"group\" : \"g\"", "\"attempts\" : 3", "cannot bear 37", "prime", "\"payload\" : 37");
    }

    @Test
    default void an_effect_that_the_database_refuses_is_poison_too() {
        EventLog log = log();
        log.append(List.of(event("k", 1), NewEvent.of(topic(), Instant.now(), "k", null, "no JSON"), event("k", 3)));
        log.consume(
                "g",
                Set.of(topic()),
                (transaction, events) -> {
                    for (Event event : events) {
                        try (PreparedStatement statement = transaction.prepareStatement("SELECT ?::json")) {
                            statement.setString(1, event.payload());
                            statement.execute();
                        }
                    }
                    effect(transaction, events);
                },
                OPTIONS);
        Await.until("the good ones are consumed", () -> effects("k").equals(List.of("1", "3")));
    }

    @Test
    default void what_is_only_away_for_a_while_is_nobodys_poison() {
        EventLog log = log();
        log.append(List.of(event("k", 1), event("k", 2)));
        AtomicInteger calls = new AtomicInteger();
        log.consume(
                "g",
                Set.of(topic()),
                (transaction, events) -> {
                    effect(transaction, events);
                    if (calls.incrementAndGet() < 10) {
                        throw new RetryLaterException("away", new java.io.IOException("refused"));
                    }
                },
                OPTIONS);
        Await.until("both are consumed", () -> effects("k").equals(List.of("1", "2")));
        assertThat(calls).hasValue(10);
    }

    @Test
    default void ending_the_transaction_is_not_the_handlers_to_do() {
        EventLog log = log();
        log.append(event("k", 1));
        AtomicInteger refused = new AtomicInteger();
        log.consume(
                "g",
                Set.of(topic()),
                (transaction, events) -> {
                    transaction.close();
                    for (String how : List.of("commit", "rollback", "autocommit")) {
                        try {
                            end(transaction, how);
                        } catch (SQLException _) {
                            refused.incrementAndGet();
                        }
                    }
                    effect(transaction, events);
                },
                OPTIONS);
        Await.until("it is consumed", () -> effects("k").equals(List.of("1")));
        assertThat(refused).hasValue(3);
    }

    /** Ends the server's side of the connection, as a crash would. */
    private static void die(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }
    }

    private static void end(Connection transaction, String how) throws SQLException {
        switch (how) {
            case "commit" -> transaction.commit();
            case "rollback" -> transaction.rollback();
            default -> transaction.setAutoCommit(true);
        }
    }
}
