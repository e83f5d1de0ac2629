package io.vidstead.engines.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code event_partitions} and {@code events}.
 *
 * <p>A writer raises {@code next_position} of each partition it appends to, in the order of partitions so that writers
 * cannot deadlock, and thereby holds those rows until its commit. So positions become visible in their order and without
 * gaps: who sees a position sees all before it. Rejected: a plain sequence, with which a reader passes over the events of
 * a transaction that took its numbers early and commits late; and reading only up to the oldest running transaction,
 * which lets any long transaction of the whole database stop all consumers.
 */
final class EventRows {

    private EventRows() {}

    /** Appends the events in their order; two statements for a single partition, three for more. */
    static void append(Connection transaction, List<NewEvent> events) throws SQLException {
        Map<Partition, Long> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(Partition.of(event), 1L, Long::sum));
        insert(transaction, events, reserve(transaction, counts));
    }

    /** Makes the partitions of the topics. */
    static void createPartitions(Connection connection, Collection<String> topics) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO event_partitions (topic, partition)
                SELECT topic, partition
                FROM unnest(?) AS topic, generate_series(0, ? - 1) AS partition
                ORDER BY topic, partition
                ON CONFLICT DO NOTHING
                """)) {
            statement.setArray(1, array(connection, "text", topics, topic -> topic));
            statement.setInt(2, Partition.COUNT);
            statement.executeUpdate();
        }
    }

    /** Events of a partition from a position on, in order. */
    static List<Event> read(Connection connection, Partition partition, long from, int limit, List<Long> positions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT position, id, type, version, time, key, actor, payload
                FROM events
                WHERE topic = ? AND partition = ? AND position >= ?
                ORDER BY position
                LIMIT ?
                """)) {
            statement.setString(1, partition.topic());
            statement.setInt(2, partition.number());
            statement.setLong(3, from);
            statement.setInt(4, limit);
            List<Event> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getLong("position"));
                    events.add(event(partition.topic(), row));
                }
            }
            return events;
        }
    }

    /** Deletes, of the first so many events of a partition, those below the position and older than the time. */
    static int delete(Connection connection, Partition partition, long below, Instant before, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM events
                WHERE topic = ? AND partition = ? AND appended_at < ?
                  AND position IN (
                      SELECT position FROM events
                      WHERE topic = ? AND partition = ? AND position < ?
                      ORDER BY position
                      LIMIT ?)
                """)) {
            statement.setString(1, partition.topic());
            statement.setInt(2, partition.number());
            statement.setObject(3, before.atOffset(ZoneOffset.UTC));
            statement.setString(4, partition.topic());
            statement.setInt(5, partition.number());
            statement.setLong(6, below);
            statement.setInt(7, limit);
            return statement.executeUpdate();
        }
    }

    /** The values of a column, one an event. */
    static <E> Array array(
            Connection connection, String type, Collection<E> rows, Function<E, ? extends @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static Event event(String topic, ResultSet row) throws SQLException {
        return new Event(
                topic,
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getInt("version"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getString("actor"),
                row.getString("payload"));
    }

    /** Takes positions and returns the first of each partition. */
    private static Map<Partition, Long> reserve(Connection transaction, Map<Partition, Long> counts)
            throws SQLException {
        if (counts.size() > 1) {
            lockInOrder(transaction, counts);
        }
        Map<Partition, Long> first = raise(transaction, counts);
        if (first.size() < counts.size()) {
            counts.keySet().removeAll(first.keySet());
            createPartitions(
                    transaction,
                    counts.keySet().stream().map(Partition::topic).distinct().toList());
            first.putAll(raise(transaction, counts));
        }
        return first;
    }

    private static void lockInOrder(Connection transaction, Map<Partition, Long> partitions) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                SELECT 1
                FROM event_partitions
                JOIN unnest(?, ?) AS wanted (topic, partition) USING (topic, partition)
                ORDER BY topic, partition
                FOR UPDATE OF event_partitions
                """)) {
            setPartitions(statement, partitions.keySet());
            statement.execute();
        }
    }

    private static Map<Partition, Long> raise(Connection transaction, Map<Partition, Long> counts) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                UPDATE event_partitions AS p
                SET next_position = p.next_position + wanted.count
                FROM unnest(?, ?, ?) AS wanted (topic, partition, count)
                WHERE p.topic = wanted.topic AND p.partition = wanted.partition
                RETURNING p.topic, p.partition, p.next_position - wanted.count AS first
                """)) {
            setPartitions(statement, counts.keySet());
            statement.setArray(3, array(transaction, "bigint", counts.values(), count -> count));
            Map<Partition, Long> first = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    first.put(new Partition(row.getString("topic"), row.getInt("partition")), row.getLong("first"));
                }
            }
            return first;
        }
    }

    private static void setPartitions(PreparedStatement statement, Collection<Partition> partitions)
            throws SQLException {
        statement.setArray(1, array(statement.getConnection(), "text", partitions, Partition::topic));
        statement.setArray(2, array(statement.getConnection(), "int", partitions, Partition::number));
    }

    private static void insert(Connection transaction, List<NewEvent> events, Map<Partition, Long> next)
            throws SQLException {
        List<Long> positions = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            positions.add(next.merge(Partition.of(event), 1L, Long::sum) - 1);
        }
        try (PreparedStatement statement = transaction.prepareStatement("""
                INSERT INTO events (topic, type, partition, position, id, version, time, key, actor, payload)
                SELECT type, type, partition, position, id, version, time, key, actor, payload
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS e (partition, position, id, type, version, time, key, actor, payload)
                """)) {
            statement.setArray(
                    1, array(transaction, "int", events, e -> Partition.of(e).number()));
            statement.setArray(2, array(transaction, "bigint", positions, position -> position));
            setEnvelopes(statement, 3, events);
            statement.executeUpdate();
        }
    }

    /** Sets id, type, version, time, key, actor and payload as seven arrays. */
    static void setEnvelopes(PreparedStatement statement, int from, List<NewEvent> events) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(from, array(connection, "uuid", events, NewEvent::id));
        statement.setArray(from + 1, array(connection, "text", events, NewEvent::type));
        statement.setArray(from + 2, array(connection, "int", events, NewEvent::version));
        statement.setArray(
                from + 3, array(connection, "timestamptz", events, e -> e.time().toString()));
        statement.setArray(from + 4, array(connection, "text", events, NewEvent::key));
        statement.setArray(from + 5, array(connection, "text", events, NewEvent::actor));
        statement.setArray(from + 6, array(connection, "text", events, NewEvent::payload));
    }
}
