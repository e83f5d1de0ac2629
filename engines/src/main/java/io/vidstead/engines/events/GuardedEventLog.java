package io.vidstead.engines.events;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A log behind a guard: an append that it does not take within {@link #LIMIT} is an {@link EventLogException} like every other
 * failure. Consumers have their own ways of waiting for the log and are not guarded; what is appended within somebody's
 * transaction is that transaction's business.
 */
public class GuardedEventLog implements EventLog {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Guard.Options OPTIONS = new Guard.Options(64, Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final EventLog log;
    private final Guard guard;

    private GuardedEventLog(EventLog log, Guard guard) {
        this.log = log;
        this.guard = guard;
    }

    /** With the log's ability to append within transactions, if it has it. */
    public static GuardedEventLog of(EventLog log, Guards guards) {
        Guard guard = guards.create(
                "events",
                OPTIONS,
                new Guard.Manner(
                        EventLogException.class::isInstance,
                        refused -> new EventLogException(String.valueOf(refused.getMessage()), refused)));
        return log instanceof TransactionalLog able
                ? new OfTransactions(log, able, guard)
                : new GuardedEventLog(log, guard);
    }

    @Override
    public void append(List<NewEvent> events) {
        guard.within(LIMIT, () -> {
            log.append(events);
            return events;
        });
    }

    @Override
    public Subscription consume(String group, Set<String> topics, BatchHandler handler, ConsumeOptions options) {
        return log.consume(group, topics, handler, options);
    }

    @Override
    public List<Lag> lag() {
        return guard.within(LIMIT, log::lag);
    }

    @Override
    public long deleteBefore(Instant time) {
        return guard.call(() -> log.deleteBefore(time));
    }

    @Override
    public void close() {
        log.close();
    }

    private static final class OfTransactions extends GuardedEventLog implements TransactionalLog {

        private final TransactionalLog able;

        OfTransactions(EventLog log, TransactionalLog able, Guard guard) {
            super(log, guard);
            this.able = able;
        }

        @Override
        public Runnable append(Connection transaction, List<NewEvent> events) throws SQLException {
            return able.append(transaction, events);
        }
    }
}
