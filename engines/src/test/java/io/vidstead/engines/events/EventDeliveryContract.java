package io.vidstead.engines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidstead.engines.Await;
import io.vidstead.engines.events.EventLog.Lag;
import io.vidstead.engines.events.EventLog.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} keeps of the way of events: order, sharing, retention. */
interface EventDeliveryContract extends EventLogUnderTest {

    @Test
    default void an_event_arrives_as_it_was_appended() {
        Instant time = Instant.parse("2026-01-02T03:04:05.678901Z");
        NewEvent event = new NewEvent(UUID.randomUUID(), topic(), 7, time, "k", "somebody", "{\"a\":\"ä😀'\\\"\"}");
        NewEvent anonymous = NewEvent.of(topic(), time, "k", null, "{}");
        EventLog log = log();
        log.append(List.of(event, anonymous));
        List<Event> seen = new CopyOnWriteArrayList<>();
        log.consume("g", Set.of(topic()), (_, events) -> seen.addAll(events), OPTIONS);
        Await.until("both arrive", () -> seen.size() == 2);
        assertThat(seen)
                .containsExactly(
                        new Event(topic(), event.id(), topic(), 7, time, "k", "somebody", event.payload()),
                        new Event(topic(), anonymous.id(), topic(), 1, time, "k", null, "{}"));
    }

    @Test
    default void malformed_events_are_refused() {
        Instant now = Instant.now();
        for (String type : List.of("", "Video", "a..b", "a b", "x".repeat(101), "a'b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> NewEvent.of(type, now, "k", null, "{}"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> NewEvent.of(topic(), now, "", null, "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> NewEvent.of(topic(), now, "k", null, "\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> NewEvent.of(topic(), now, "k", "\0", "{}"));
    }

    @Test
    default void a_running_consumer_of_this_node_is_woken_at_once() {
        EventLog log = log();
        List<Event> seen = new CopyOnWriteArrayList<>();
        log.consume(
                "g",
                Set.of(topic()),
                (_, events) -> seen.addAll(events),
                OPTIONS.withPollInterval(Duration.ofHours(1)));
        for (int n = 1; n <= 5; n++) {
            int expected = n;
            log.append(event("k", n));
            Await.until("it arrives", () -> seen.size() == expected);
        }
    }

    @Test
    default void a_handler_is_told_once_its_work_has_committed() {
        EventLog log = log();
        List<String> told = new CopyOnWriteArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        log.append(event("k", 1));
        log.consume(
                "g",
                Set.of(topic()),
                new BatchHandler() {
                    @Override
                    public void handle(Connection transaction, List<Event> events) throws Exception {
                        effect(transaction, events);
                        if (calls.incrementAndGet() == 1) {
                            throw new RetryLaterException("away", new SQLException());
                        }
                    }

                    @Override
                    public void committed(List<Event> events) throws SQLException {
                        told.addAll(effects("k")); // another connection sees what was written
                        throw new IllegalStateException("changes nothing");
                    }
                },
                OPTIONS);
        Await.until("the first is told", () -> told.equals(List.of("1")));
        log.append(event("k", 2));
        Await.until("the second too", () -> told.equals(List.of("1", "1", "2")));
    }

    @Test
    default void every_group_gets_every_event_also_those_before_its_time() {
        EventLog log = log();
        log.append(event("k", 1));
        for (String group : List.of("one", "two")) {
            log.consume(group, Set.of(topic()), this::effect, OPTIONS);
        }
        Await.until("both have it", () -> effects("k").equals(List.of("1", "1")));
    }

    @Test
    default void concurrent_writers_lose_nothing_and_keep_each_keys_order() throws Exception {
        int writers = 8;
        int each = 200;
        EventLog log = log();
        log.consume("g", Set.of(topic()), this::effect, OPTIONS.withBatchSize(64));
        List<Thread> threads = IntStream.range(0, writers)
                .mapToObj(writer -> Thread.startVirtualThread(() -> {
                    for (int n = 0; n < each; n++) {
                        log.append(event("key" + writer, n));
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        Await.until("all are consumed", () -> lag("g") == 0);
        List<String> inOrder =
                IntStream.range(0, each).mapToObj(Integer::toString).toList();
        for (int writer = 0; writer < writers; writer++) {
            assertThat(effects("key" + writer)).isEqualTo(inOrder);
        }
    }

    @Test
    default void consumers_of_a_group_on_several_nodes_share_the_work_and_never_a_key() throws Exception {
        Set<String> busy = ConcurrentHashMap.newKeySet();
        AtomicBoolean shared = new AtomicBoolean();
        BatchHandler handler = (transaction, events) -> {
            Set<String> keys = new HashSet<>();
            events.forEach(event -> keys.add(event.key()));
            keys.forEach(key -> shared.compareAndSet(false, !busy.add(key)));
            effect(transaction, events);
            busy.removeAll(keys);
        };
        for (int node = 0; node < 3; node++) {
            log().consume("g", Set.of(topic()), handler, OPTIONS.withBatchSize(10));
        }
        EventLog writer = log();
        for (int n = 0; n < 20; n++) {
            int nr = n;
            writer.append(IntStream.range(0, 20)
                    .mapToObj(key -> event("key" + key, nr))
                    .toList());
        }
        Await.until("all are consumed", () -> lag("g") == 0);
        assertThat(shared).isFalse();
        List<String> inOrder =
                IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        for (int key = 0; key < 20; key++) {
            assertThat(effects("key" + key)).isEqualTo(inOrder);
        }
    }

    @Test
    default void closing_waits_for_the_batch_in_flight_and_begins_no_other() throws Exception {
        EventLog log = log();
        log.append(IntStream.range(0, 5).mapToObj(n -> event("k", n)).toList());
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Subscription subscription = log.consume(
                "g",
                Set.of(topic()),
                (transaction, events) -> {
                    began.countDown();
                    mayEnd.await();
                    effect(transaction, events);
                },
                OPTIONS.withBatchSize(1));
        began.await();
        Thread closing = Thread.startVirtualThread(subscription::close);
        Await.until("it is closing", () -> closing.getState() == Thread.State.WAITING);
        mayEnd.countDown();
        closing.join();
        assertThat(effects("k")).containsExactly("0");
        assertThat(lag("g")).isEqualTo(4);
        subscription.close();
    }

    @Test
    default void lag_tells_how_far_behind_a_group_is_and_that_it_is_failing() {
        EventLog log = log();
        log.append(IntStream.range(0, 5).mapToObj(n -> event("k", n)).toList());
        log.consume(
                "g",
                Set.of(topic()),
                (_, _) -> {
                    throw new RetryLaterException("away", new IllegalStateException());
                },
                OPTIONS);
        Await.until("it is seen to fail", () -> log.lag().contains(new Lag("g", topic(), 5, true)));
    }

    @Test
    default void old_events_are_deleted_once_every_group_has_them() throws Exception {
        EventLog log = log();
        log.append(IntStream.range(0, 10).mapToObj(n -> event("k", n)).toList());
        log.consume(
                        "slow",
                        Set.of(topic()),
                        (_, _) -> {
                            throw new RetryLaterException("away", new IllegalStateException());
                        },
                        OPTIONS)
                .close();
        log.consume("fast", Set.of(topic()), (_, _) -> {}, OPTIONS);
        Await.until("one group has them", () -> lag("fast") == 0);
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS);
        log.deleteBefore(later);
        log.consume("slow", Set.of(topic()), this::effect, OPTIONS);
        Await.until("the other one has them", () -> lag("slow") == 0);
        assertThat(effects("k")).hasSize(10);
        assertThat(log.deleteBefore(Instant.EPOCH)).isZero();
        assertThat(log.deleteBefore(later)).isGreaterThanOrEqualTo(10);
        AtomicInteger late = new AtomicInteger();
        log.consume("late", Set.of(topic()), (_, events) -> late.addAndGet(events.size()), OPTIONS);
        log.append(event("k", 10));
        Await.until("a new group gets what is left", () -> lag("late") == 0);
        assertThat(late).hasValue(1);
    }
}
