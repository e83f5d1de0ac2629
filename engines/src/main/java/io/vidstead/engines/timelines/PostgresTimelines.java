package io.vidstead.engines.timelines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Timelines in PostgreSQL: one table, divided by kind and, within a kind, by month ({@link Months}). A page is a walk along
 * the primary key that begins in the newest month and ends when the page is full; whole months are dropped, not deleted.
 */
public final class PostgresTimelines implements Timelines {

    /** A statement takes so many entries at most; more go in several. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final String NO_PARTITION = "23514";

    private final DataSource database;
    private final Months months;

    public PostgresTimelines(DataSource database) {
        this.database = database;
        this.months = new Months();
    }

    @Override
    public void append(List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += MOST_AT_ONCE) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + MOST_AT_ONCE));
            call("append", connection -> insert(connection, some));
        }
    }

    @Override
    public boolean replace(Entry entry) {
        return call("replace", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE timeline_entries SET body = ? WHERE kind = ? AND key = ? AND time = ? AND id = ?
                    """)) {
                statement.setString(1, entry.body());
                setName(statement, 2, entry.timeline(), entry.position());
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public boolean delete(Timeline timeline, Position position) {
        return call("delete", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    DELETE FROM timeline_entries WHERE kind = ? AND key = ? AND time = ? AND id = ?
                    """)) {
                setName(statement, 1, timeline, position);
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public long deleteAll(Timeline timeline) {
        return call("deleteAll", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM timeline_entries WHERE kind = ? AND key = ?")) {
                statement.setString(1, timeline.kind());
                statement.setString(2, timeline.key());
                return statement.executeLargeUpdate();
            }
        });
    }

    @Override
    public long deleteBefore(String kind, Instant time) {
        Timeline.requireKind(kind);
        return call("deleteBefore", connection -> {
            long dropped = months.dropBefore(connection, kind, time);
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM timeline_entries WHERE kind = ? AND time < ?")) {
                statement.setString(1, kind);
                statement.setObject(2, time.atOffset(ZoneOffset.UTC));
                return dropped + statement.executeLargeUpdate();
            }
        });
    }

    @Override
    public Page list(Timeline timeline, @Nullable Position after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has from 1 to " + MAX_LIMIT + " entries");
        }
        List<Entry> read = call("list", connection -> read(connection, timeline, after, limit + 1));
        if (read.size() <= limit) {
            return new Page(read, Optional.empty());
        }
        List<Entry> entries = read.subList(0, limit);
        return new Page(entries, Optional.of(entries.getLast().position()));
    }

    private boolean insert(Connection connection, List<Entry> entries) throws SQLException {
        months.ensure(connection, entries);
        try {
            insertRows(connection, entries);
        } catch (SQLException e) {
            if (!NO_PARTITION.equals(e.getSQLState())) {
                throw e;
            }
            months.forget(); // somebody dropped a month that this process had seen
            months.ensure(connection, entries);
            insertRows(connection, entries);
        }
        return true;
    }

    /** In order of the key, so that two of these never wait for each other in a circle. */
    private static void insertRows(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO timeline_entries (kind, key, time, id, body)
                SELECT kind, key, time, id, body
                FROM unnest(?, ?, ?, ?, ?) AS given (kind, key, time, id, body)
                ORDER BY kind, key, time, id
                ON CONFLICT DO NOTHING
                """)) {
            setColumn(statement, 1, "text", entries, entry -> entry.timeline().kind());
            setColumn(statement, 2, "text", entries, entry -> entry.timeline().key());
            setColumn(
                    statement,
                    3,
                    "timestamptz",
                    entries,
                    entry -> entry.position().time().toString());
            setColumn(statement, 4, "bigint", entries, entry -> entry.position().id());
            setColumn(statement, 5, "text", entries, Entry::body);
            statement.executeUpdate();
        }
    }

    private static List<Entry> read(Connection connection, Timeline timeline, @Nullable Position after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(after == null ? """
                SELECT time, id, body FROM timeline_entries
                WHERE kind = ? AND key = ?
                ORDER BY time DESC, id DESC LIMIT ?
                """ : """
                SELECT time, id, body FROM timeline_entries
                WHERE kind = ? AND key = ? AND time <= ? AND (time, id) < (?, ?)
                ORDER BY time DESC, id DESC LIMIT ?
                """)) {
            int at = 1;
            statement.setString(at++, timeline.kind());
            statement.setString(at++, timeline.key());
            if (after != null) {
                OffsetDateTime time = after.time().atOffset(ZoneOffset.UTC);
                statement.setObject(at++, time);
                statement.setObject(at++, time);
                statement.setLong(at++, after.id());
            }
            statement.setInt(at, limit);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Instant time = row.getObject("time", OffsetDateTime.class).toInstant();
                    entries.add(new Entry(timeline, new Position(time, row.getLong("id")), row.getString("body")));
                }
            }
            return entries;
        }
    }

    private static void setName(PreparedStatement statement, int first, Timeline timeline, Position position)
            throws SQLException {
        statement.setString(first, timeline.kind());
        statement.setString(first + 1, timeline.key());
        statement.setObject(first + 2, position.time().atOffset(ZoneOffset.UTC));
        statement.setLong(first + 3, position.id());
    }

    private static void setColumn(
            PreparedStatement statement,
            int parameter,
            String type,
            Collection<Entry> entries,
            Function<Entry, Object> column)
            throws SQLException {
        statement.setArray(
                parameter,
                statement
                        .getConnection()
                        .createArrayOf(type, entries.stream().map(column).toArray()));
    }

    private <R> R call(String what, Work<R> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new TimelinesException("cannot " + what + " in the timelines", e);
        }
    }

    /** Statements of one connection, each of which commits by itself. */
    @FunctionalInterface
    private interface Work<R> {
        R run(Connection connection) throws SQLException;
    }
}
