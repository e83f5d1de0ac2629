package io.vidstead.engines.database;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import io.vidstead.engines.guard.RefusedException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool behind a breaker: while it gives no connections, nobody waits for one, and the failure is an {@link SQLException} of
 * class 08 (no connection) at once. How many are in use is bounded by the pool, and how long anybody waits, too.
 */
public final class GuardedDataSource implements DataSource {

    private static final Guard.Options OPTIONS = new Guard.Options(0, Duration.ZERO, Duration.ofSeconds(1));
    private static final String CANNOT_CONNECT = "08001";

    private final DataSource pool;
    private final Guard guard;

    public GuardedDataSource(DataSource pool, Guards guards) {
        this.pool = pool;
        this.guard = guards.create(
                "database", OPTIONS, new Guard.Manner(SQLException.class::isInstance, refused -> refused));
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return guard.<Connection, SQLException>stream(pool::getConnection);
        } catch (RefusedException refused) {
            throw new SQLTransientConnectionException(refused.getMessage(), CANNOT_CONNECT, refused);
        }
    }

    /** The pool knows one user. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections have the pool's own user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
