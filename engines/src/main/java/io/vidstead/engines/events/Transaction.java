package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work in a transaction of its own, read committed. */
@FunctionalInterface
interface Transaction<R> {

    R run(Connection connection) throws SQLException;

    /** Commits when the work returns and rolls back when it throws. */
    static <R> R in(DataSource database, Transaction<R> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                R result = work.run(connection);
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                restoreAutoCommit(connection);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** A connection too broken for this is not given to anybody else by its pool. */
    private static void restoreAutoCommit(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // The failure that broke it is already on its way.
        }
    }
}
