package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves events from the outbox to the log, in order of each key, each at least once, and exactly once when the log is a
 * {@link TransactionalLog} (of the same database). One relay works at a time, whichever node has it; others stand by.
 *
 * <p>Woken by {@link Outbox#wake()}; looks by itself once an interval.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 1_000;

    private final DataSource database;
    private final EventLog events;
    private final Duration interval;
    private final Signal signal = new Signal();
    private final Thread thread = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
    private volatile boolean closed;

    public OutboxRelay(DataSource database, Outbox outbox, EventLog events, Duration interval) {
        this.database = database;
        this.events = events;
        this.interval = interval;
        outbox.onWake(signal::raise);
    }

    /** Begins to relay, on a virtual thread; call it once. */
    public void start() {
        thread.start();
    }

    /** Finishes the batch in flight and stops. Idempotent. */
    @Override
    public void close() {
        closed = true;
        signal.raise();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!moveBatch()) {
                    signal.await(interval);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Returns whether there may be more to move right now. */
    private boolean moveBatch() {
        AtomicReference<Runnable> afterCommit = new AtomicReference<>(() -> {});
        try {
            int moved = Transaction.in(database, transaction -> move(transaction, afterCommit));
            afterCommit.get().run();
            return moved == BATCH;
        } catch (SQLException | RuntimeException e) {
            log.warn("the outbox cannot be relayed; trying again in {}", interval, e);
            return false;
        }
    }

    private int move(Connection transaction, AtomicReference<Runnable> afterCommit) throws SQLException {
        if (!OutboxRows.tryLock(transaction)) {
            return 0;
        }
        List<NewEvent> batch = OutboxRows.take(transaction, BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        if (events instanceof TransactionalLog sameDatabase) {
            afterCommit.set(sameDatabase.append(transaction, batch));
        } else {
            events.append(batch);
        }
        return batch.size();
    }
}
