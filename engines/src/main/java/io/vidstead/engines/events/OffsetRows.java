package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code event_offsets}: how far each group is. Who holds a row's lock consumes that partition. */
final class OffsetRows {

    private OffsetRows() {}

    /**
     * A partition that this transaction alone consumes, and where.
     *
     * @param next the first position not consumed
     * @param end the first position that did not exist at the claim
     * @param limit how many events to try at once, 0 for as many as liked
     * @param attempts failures of the next event alone
     */
    record Claim(String group, Partition partition, long next, long end, int limit, int attempts) {}

    /** Makes the group known to partitions that exist. */
    static void register(Connection connection, String group, Collection<String> topics) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO event_offsets (consumer_group, topic, partition)
                SELECT ?, topic, partition FROM event_partitions WHERE topic = ANY (?)
                ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, group);
            statement.setArray(2, EventRows.array(connection, "text", topics, topic -> topic));
            statement.executeUpdate();
        }
    }

    /**
     * Claims a partition with something to consume that nobody else has and that is not waiting to be tried again.
     *
     * @param after the partition to begin behind, so that each gets its turn
     * @param maxBackoff no wait is longer, even if the clock of the database was set back
     */
    static Optional<Claim> claim(
            Connection transaction, String group, Collection<String> topics, Partition after, Duration maxBackoff)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                SELECT o.topic, o.partition, o.next_position, p.next_position AS end_position, o.batch_limit, o.attempts
                FROM event_offsets AS o
                JOIN event_partitions AS p USING (topic, partition)
                WHERE o.consumer_group = ? AND o.topic = ANY (?) AND o.next_position < p.next_position
                  AND (o.retry_at IS NULL OR o.retry_at <= now() OR o.retry_at > now() + ? * interval '1 ms')
                ORDER BY (o.topic, o.partition) <= (?, ?), o.topic, o.partition
                LIMIT 1
                FOR UPDATE OF o SKIP LOCKED
                """)) {
            statement.setString(1, group);
            statement.setArray(2, EventRows.array(transaction, "text", topics, topic -> topic));
            statement.setLong(3, maxBackoff.toMillis());
            statement.setString(4, after.topic());
            statement.setInt(5, after.number());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(claim(group, row)) : Optional.empty();
            }
        }
    }

    /** The group has consumed all before the position. */
    static void advance(Connection transaction, Claim claim, long next, int limit) throws SQLException {
        update(transaction, claim, next, limit, 0, null, null);
    }

    /** The same again, at most so many at once. */
    static void retry(
            Connection transaction, Claim claim, int limit, int attempts, @Nullable Duration wait, String error)
            throws SQLException {
        update(transaction, claim, claim.next(), limit, attempts, wait, error);
    }

    static List<EventLog.Lag> lag(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT o.consumer_group, o.topic, sum(p.next_position - o.next_position) AS events,
                       bool_or(o.last_error IS NOT NULL) AS failing
                FROM event_offsets AS o
                JOIN event_partitions AS p USING (topic, partition)
                GROUP BY o.consumer_group, o.topic
                ORDER BY o.consumer_group, o.topic
                """);
                ResultSet row = statement.executeQuery()) {
            List<EventLog.Lag> lags = new ArrayList<>();
            while (row.next()) {
                lags.add(new EventLog.Lag(
                        row.getString("consumer_group"),
                        row.getString("topic"),
                        row.getLong("events"),
                        row.getBoolean("failing")));
            }
            return lags;
        }
    }

    /** Of each partition, the first position that some group still needs. */
    static Map<Partition, Long> firstNeeded(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT p.topic, p.partition, coalesce(min(o.next_position), p.next_position) AS needed
                FROM event_partitions AS p
                LEFT JOIN event_offsets AS o USING (topic, partition)
                GROUP BY p.topic, p.partition
                """);
                ResultSet row = statement.executeQuery()) {
            Map<Partition, Long> needed = new HashMap<>();
            while (row.next()) {
                needed.put(new Partition(row.getString("topic"), row.getInt("partition")), row.getLong("needed"));
            }
            return needed;
        }
    }

    private static Claim claim(String group, ResultSet row) throws SQLException {
        return new Claim(
                group,
                new Partition(row.getString("topic"), row.getInt("partition")),
                row.getLong("next_position"),
                row.getLong("end_position"),
                row.getInt("batch_limit"),
                row.getInt("attempts"));
    }

    private static void update(
            Connection transaction,
            Claim claim,
            long next,
            int limit,
            int attempts,
            @Nullable Duration wait,
            @Nullable String error)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                UPDATE event_offsets
                SET next_position = ?, batch_limit = nullif(?, 0), attempts = ?, last_error = ?,
                    retry_at = now() + ? * interval '1 ms'
                WHERE consumer_group = ? AND topic = ? AND partition = ?
                """)) {
            statement.setLong(1, next);
            statement.setInt(2, limit);
            statement.setInt(3, attempts);
            statement.setString(4, error);
            statement.setObject(5, wait == null ? null : wait.toMillis(), Types.BIGINT);
            statement.setString(6, claim.group());
            statement.setString(7, claim.partition().topic());
            statement.setInt(8, claim.partition().number());
            statement.executeUpdate();
        }
    }
}
