package io.vidstead.engines.events;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Appends what many threads bring with one commit: whoever gets the lock writes for all that wait for it. Waiting on the
 * disk while holding the lock is the point: meanwhile the next batch gathers.
 */
final class GroupCommit {

    private static final int MOST_EVENTS = 5_000;

    private final DataSource database;
    private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);

    GroupCommit(DataSource database) {
        this.database = database;
    }

    /** Returns when the events are durable. */
    void append(List<NewEvent> events) throws SQLException {
        Request request = new Request(events);
        waiting.add(request);
        writing.lock();
        try {
            while (!request.done) {
                write(next());
            }
        } finally {
            writing.unlock();
        }
        if (request.failure != null) {
            throw new SQLException(request.failure.getMessage(), request.failure.getSQLState(), request.failure);
        }
    }

    private List<Request> next() {
        List<Request> batch = new ArrayList<>();
        int events = 0;
        while (events < MOST_EVENTS) {
            Request request = waiting.poll();
            if (request == null) {
                break;
            }
            batch.add(request);
            events += request.events.size();
        }
        return batch;
    }

    /** When the whole batch fails, each request is tried alone: nobody fails for another's events. */
    private void write(List<Request> batch) {
        try {
            write(batch.stream().flatMap(request -> request.events.stream()).toList(), batch);
        } catch (SQLException e) {
            if (batch.size() == 1 || Blame.passes(e)) {
                batch.forEach(request -> request.fail(e));
            } else {
                batch.forEach(request -> write(List.of(request)));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(request -> request.fail(new SQLException(e)));
        }
    }

    private void write(List<NewEvent> events, List<Request> batch) throws SQLException {
        Transaction.in(database, transaction -> {
            EventRows.append(transaction, events);
            return events;
        });
        batch.forEach(request -> request.done = true);
    }

    /** Its fields are guarded by the lock. */
    private static final class Request {

        private final List<NewEvent> events;
        private boolean done;
        private @Nullable SQLException failure;

        Request(List<NewEvent> events) {
            this.events = events;
        }

        void fail(SQLException e) {
            failure = e;
            done = true;
        }
    }
}
