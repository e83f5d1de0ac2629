package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code outbox}. */
final class OutboxRows {

    /** The advisory lock of whoever relays; the digits spell "outbox" in ASCII. */
    private static final long RELAY_LOCK = 0x6f7574626f78L;

    private OutboxRows() {}

    static void insert(Connection transaction, List<NewEvent> events) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                INSERT INTO outbox (id, type, version, time, key, actor, payload)
                SELECT id, type, version, time, key, actor, payload
                FROM unnest(?, ?, ?, ?, ?, ?, ?)
                     WITH ORDINALITY AS e (id, type, version, time, key, actor, payload, nr)
                ORDER BY nr
                """)) {
            EventRows.setEnvelopes(statement, 1, events);
            statement.executeUpdate();
        }
    }

    /** Makes this transaction the one that relays, unless another one is. */
    static boolean tryLock(Connection transaction) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, RELAY_LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Removes the first so many events and returns them in their order. */
    static List<NewEvent> take(Connection transaction, int limit) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                WITH taken AS (
                    DELETE FROM outbox
                    WHERE position IN (SELECT position FROM outbox ORDER BY position LIMIT ?)
                    RETURNING position, id, type, version, time, key, actor, payload)
                SELECT id, type, version, time, key, actor, payload FROM taken ORDER BY position
                """)) {
            statement.setInt(1, limit);
            List<NewEvent> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        }
    }

    private static NewEvent event(ResultSet row) throws SQLException {
        return new NewEvent(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getInt("version"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getString("actor"),
                row.getString("payload"));
    }
}
