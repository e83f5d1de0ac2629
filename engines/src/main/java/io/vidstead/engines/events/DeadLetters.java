package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Puts an event that a group cannot handle aside. */
record DeadLetters(Clock clock) {

    void add(Connection transaction, String group, int attempts, String error, Event event) throws SQLException {
        NewEvent letter = NewEvent.of(
                Topics.dead(event.topic()),
                clock.instant(),
                event.key(),
                event.actor(),
                payload(transaction, group, attempts, error, event));
        EventRows.append(transaction, List.of(letter));
    }

    /**
     * JSON made by PostgreSQL; a payload that is no JSON itself becomes a string. Materialized, because the planner would
     * otherwise convert a constant payload before it asks whether it may.
     */
    private static String payload(Connection connection, String group, int attempts, String error, Event event)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH given AS MATERIALIZED (SELECT ?::text AS payload)
                SELECT json_build_object(
                    'group', ?::text, 'attempts', ?::int, 'error', ?::text,
                    'event', json_build_object(
                        'id', ?::text, 'type', ?::text, 'version', ?::int, 'time', ?::text, 'key', ?::text,
                        'actor', ?::text,
                        'payload', CASE WHEN payload IS JSON THEN payload::json ELSE to_json(payload) END))
                FROM given
                """)) {
            statement.setString(1, event.payload());
            statement.setString(2, group);
            statement.setInt(3, attempts);
            statement.setString(4, error);
            statement.setString(5, event.id().toString());
            statement.setString(6, event.type());
            statement.setInt(7, event.version());
            statement.setString(8, event.time().toString());
            statement.setString(9, event.key());
            statement.setString(10, event.actor());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
