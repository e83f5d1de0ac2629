package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The log in tables of the platform's database (see {@link EventRows} for what keeps readers from skipping events).
 *
 * <p>Appends of many threads share a commit. Consumers of this node are woken when one of its own appends commits; what
 * other nodes append they find by looking once an interval.
 */
public final class PostgresEventLog implements EventLog, TransactionalLog {

    private static final int DELETE_BATCH = 5_000;

    private final DataSource database;
    private final Clock clock;
    private final GroupCommit commits;
    private final List<PostgresSubscription> subscriptions = new CopyOnWriteArrayList<>();

    /** @param clock gives dead letters their time */
    public PostgresEventLog(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.commits = new GroupCommit(database);
    }

    @Override
    public void append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            commits.append(events);
        } catch (SQLException e) {
            throw new EventLogException("events cannot be appended", e);
        }
        wake(topics(events));
    }

    @Override
    public Runnable append(Connection transaction, List<NewEvent> events) throws SQLException {
        if (!events.isEmpty()) {
            EventRows.append(transaction, events);
        }
        return () -> wake(topics(events));
    }

    @Override
    public Subscription consume(String group, Set<String> topics, BatchHandler handler, ConsumeOptions options) {
        topics.forEach(Topics::requireValid);
        try {
            Transaction.in(database, transaction -> {
                EventRows.createPartitions(transaction, topics);
                OffsetRows.register(transaction, group, topics);
                return topics;
            });
        } catch (SQLException e) {
            throw new EventLogException("the group " + group + " cannot be registered", e);
        }
        DeadLetters deadLetters = new DeadLetters(clock);
        PostgresSubscription subscription = new PostgresSubscription(
                database,
                new PostgresSubscription.Consumer(group, Set.copyOf(topics), handler, options),
                deadLetters,
                this);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    @Override
    public List<Lag> lag() {
        try (Connection connection = database.getConnection()) {
            return OffsetRows.lag(connection);
        } catch (SQLException e) {
            throw new EventLogException("the lag of the consumers is unknown", e);
        }
    }

    @Override
    public long deleteBefore(Instant time) {
        try (Connection connection = database.getConnection()) {
            long deleted = 0;
            for (Map.Entry<Partition, Long> needed :
                    OffsetRows.firstNeeded(connection).entrySet()) {
                int batch;
                do {
                    batch = EventRows.delete(connection, needed.getKey(), needed.getValue(), time, DELETE_BATCH);
                    deleted += batch;
                } while (batch == DELETE_BATCH);
            }
            return deleted;
        } catch (SQLException e) {
            throw new EventLogException("old events cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(PostgresSubscription::close);
    }

    void wake(Set<String> topics) {
        subscriptions.forEach(subscription -> subscription.wake(topics));
    }

    void closed(PostgresSubscription subscription) {
        subscriptions.remove(subscription);
    }

    private static Set<String> topics(List<NewEvent> events) {
        return events.stream().map(NewEvent::type).collect(Collectors.toSet());
    }
}
