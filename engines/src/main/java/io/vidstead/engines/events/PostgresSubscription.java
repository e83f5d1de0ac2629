package io.vidstead.engines.events;

import io.vidstead.engines.events.OffsetRows.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer of a group: a thread that claims a partition by locking its row, hands a batch to the handler and moves
 * the group's place on, all in one transaction.
 *
 * <p>A batch that fails is rolled back to where the claim stood and halved until the event that cannot be handled is
 * alone; that one is tried again after growing waits, during which other partitions go on, and then put aside. The row
 * remembers all this, so a restart or another node carries on.
 */
final class PostgresSubscription implements EventLog.Subscription {

    private static final Logger log = LoggerFactory.getLogger(PostgresSubscription.class);

    /** Who consumes what, and how. */
    record Consumer(String group, Set<String> topics, BatchHandler handler, ConsumeOptions options) {}

    private final DataSource database;
    private final Consumer consumer;
    private final DeadLetters deadLetters;
    private final PostgresEventLog owner;
    private final Signal signal = new Signal();
    private final Thread thread;

    private Partition last = new Partition("", 0);
    private Duration wait;
    private int failuresInARow;
    private volatile boolean closed;

    PostgresSubscription(DataSource database, Consumer consumer, DeadLetters deadLetters, PostgresEventLog owner) {
        this.database = database;
        this.consumer = consumer;
        this.deadLetters = deadLetters;
        this.owner = owner;
        this.wait = consumer.options().pollInterval();
        this.thread = Thread.ofVirtual().name("events-" + consumer.group()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake(Set<String> topics) {
        if (!Collections.disjoint(topics, consumer.topics())) {
            signal.raise();
        }
    }

    @Override
    public void close() {
        closed = true;
        signal.raise();
        owner.closed(this);
        boolean interrupted = false;
        while (!thread.equals(Thread.currentThread()) && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!step()) {
                    signal.await(wait);
                    wait = consumer.options().pollInterval();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Consumes one batch. Returns false when there is nothing to do right now. */
    private boolean step() {
        try {
            List<Event> handled = new ArrayList<>();
            boolean worked = Transaction.in(database, transaction -> consume(transaction, handled));
            failuresInARow = worked ? 0 : failuresInARow;
            tell(handled);
            return worked;
        } catch (SQLException | RuntimeException e) {
            failuresInARow++;
            wait = backoff(failuresInARow);
            log.warn("{} cannot consume; trying again in {}", consumer.group(), wait, e);
            return false;
        }
    }

    private void tell(List<Event> handled) {
        if (handled.isEmpty()) {
            return;
        }
        try {
            consumer.handler().committed(Collections.unmodifiableList(handled));
        } catch (Exception e) {
            log.warn("{} cannot tell of what it has done", consumer.group(), e);
        }
    }

    /** @param handled takes the events that were handled */
    private boolean consume(Connection transaction, List<Event> handled) throws SQLException {
        Optional<Claim> claimed = OffsetRows.claim(
                transaction,
                consumer.group(),
                consumer.topics(),
                last,
                consumer.options().maxBackoff());
        if (claimed.isEmpty()) {
            return false;
        }
        Claim claim = claimed.get();
        last = claim.partition();
        int size = claim.limit() == 0 ? consumer.options().batchSize() : Math.min(claim.limit(), batchSize());
        List<Long> positions = new ArrayList<>();
        List<Event> events = EventRows.read(transaction, claim.partition(), claim.next(), size, positions);
        if (events.isEmpty()) {
            // Deleted before the group was known.
            OffsetRows.advance(transaction, claim, claim.end(), 0);
            return true;
        }
        Savepoint before = transaction.setSavepoint();
        try {
            consumer.handler().handle(HandlerConnection.guard(transaction), Collections.unmodifiableList(events));
            OffsetRows.advance(transaction, claim, positions.getLast() + 1, grown(claim.limit()));
            handled.addAll(events);
        } catch (Throwable failure) { // whatever it is, the next event must not wait for ever
            transaction.rollback(before);
            failed(transaction, claim, events, positions.getFirst(), failure);
        }
        return true;
    }

    private void failed(Connection transaction, Claim claim, List<Event> events, long first, Throwable failure)
            throws SQLException {
        String error = Blame.describe(failure);
        if (Blame.passes(failure)) {
            Duration pause = backoff(++failuresInARow);
            log.warn("{} cannot handle {} for now: {}", consumer.group(), claim.partition(), error);
            OffsetRows.retry(transaction, claim, claim.limit(), claim.attempts(), pause, error);
            waitAtMost(pause);
        } else if (events.size() > 1) {
            OffsetRows.retry(transaction, claim, events.size() / 2, 0, null, error);
        } else if (claim.attempts() + 1 < consumer.options().maxAttempts()) {
            Duration pause = backoff(claim.attempts() + 1);
            OffsetRows.retry(transaction, claim, 1, claim.attempts() + 1, pause, error);
            waitAtMost(pause);
        } else {
            Event poison = events.getFirst();
            deadLetters.add(transaction, consumer.group(), claim.attempts() + 1, error, poison);
            OffsetRows.advance(transaction, claim, first + 1, grown(1));
            log.error(
                    "{} cannot handle the event {} of {}; it is put aside",
                    consumer.group(),
                    poison.id(),
                    claim.partition().topic(),
                    failure);
        }
    }

    private int batchSize() {
        return consumer.options().batchSize();
    }

    /** Twice as many next time; 0, no limit, when that is all. */
    private int grown(int limit) {
        return limit * 2 >= batchSize() ? 0 : limit * 2;
    }

    private Duration backoff(int attempt) {
        Duration longest = consumer.options().maxBackoff();
        Duration wished = consumer.options().firstBackoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        return wished.compareTo(longest) < 0 ? wished : longest;
    }

    private void waitAtMost(Duration pause) {
        if (pause.compareTo(wait) < 0) {
            wait = pause;
        }
    }
}
