package io.vidstead.engines.timelines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The partitions of {@code timeline_entries}: {@code timeline_<kind>}, divided into {@code timeline_<kind>_2026_11} and so
 * on, made when the first entry of a month comes. One is made beside the table and then attached, which stops no reader and
 * no writer; makers on all nodes go one after the other.
 */
final class Months {

    /** Of PostgreSQL's advisory locks; nobody else uses it. */
    private static final long LOCK = 0x7469_6d65_6c69L;

    private record Month(String kind, YearMonth month) implements Comparable<Month> {

        static Month of(Entry entry) {
            Instant time = entry.position().time();
            return new Month(entry.timeline().kind(), YearMonth.from(time.atOffset(ZoneOffset.UTC)));
        }

        String parent() {
            return "timeline_" + kind;
        }

        String table() {
            return "%s_%04d_%02d".formatted(parent(), month.getYear(), month.getMonthValue());
        }

        @Override
        public int compareTo(Month other) {
            return table().compareTo(other.table());
        }
    }

    private final Set<Month> known = ConcurrentHashMap.newKeySet();

    /** Makes what the entries need; nothing is asked of the database for a month that was seen before. */
    void ensure(Connection connection, List<Entry> entries) throws SQLException {
        Set<Month> missing = new TreeSet<>();
        entries.forEach(entry -> missing.add(Month.of(entry)));
        missing.removeAll(known);
        for (Month month : missing) {
            make(connection, month);
            known.add(month);
        }
    }

    void forget() {
        known.clear();
    }

    /** Drops the months that end by the time and says how many entries they had. */
    long dropBefore(Connection connection, String kind, Instant time) throws SQLException {
        YearMonth kept = YearMonth.from(time.atOffset(ZoneOffset.UTC));
        String first = new Month(kind, kept).table();
        long dropped = 0;
        for (String table : tables(connection, "timeline_" + kind)) {
            if (table.compareTo(first) < 0) {
                dropped += drop(connection, table);
            }
        }
        return dropped;
    }

    private static void make(Connection connection, Month month) throws SQLException {
        String bounds = "FROM ('%s-01T00:00:00Z') TO ('%s-01T00:00:00Z')"
                .formatted(month.month(), month.month().plusMonths(1));
        inTransaction(connection, statement -> {
            attach(statement, "timeline_entries", month.parent(), "IN ('" + month.kind() + "')", """
                     PARTITION BY RANGE (time)""");
            attach(statement, month.parent(), month.table(), bounds, "");
        });
    }

    private static void attach(Statement statement, String parent, String table, String values, String partitioned)
            throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
            row.next();
            if (row.getBoolean(1)) {
                return;
            }
        }
        statement.execute("CREATE TABLE " + table + " (LIKE " + parent + " INCLUDING ALL)" + partitioned);
        statement.execute("ALTER TABLE " + parent + " ATTACH PARTITION " + table + " FOR VALUES " + values);
    }

    private static List<String> tables(Connection connection, String parent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = to_regclass(?) ORDER BY c.relname
                """)) {
            statement.setString(1, parent);
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            return tables;
        }
    }

    private static long drop(Connection connection, String table) throws SQLException {
        long[] entries = {0};
        inTransaction(connection, statement -> {
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                row.next();
                entries[0] = row.getLong(1);
            }
            statement.execute("DROP TABLE " + table);
        });
        return entries[0];
    }

    private static void inTransaction(Connection connection, Statements work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            work.run(statement);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    private interface Statements {
        void run(Statement statement) throws SQLException;
    }
}
