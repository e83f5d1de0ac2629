package io.vidstead.kernel;

import jakarta.enterprise.inject.Vetoed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Transactions of a database that can be taken away. */
@Vetoed
public final class SwitchedTransactions extends Transactions {

    private volatile boolean away;

    public SwitchedTransactions(Jdbi jdbi) {
        super(jdbi, 20, Duration.ofSeconds(5));
    }

    public void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public <R> R read(Function<Handle, R> work) {
        if (away) {
            throw away();
        }
        return super.read(work);
    }

    /** What is thrown while it is. */
    public static RuntimeException away() {
        return new ConnectionException(new SQLException("connection refused", "08001"));
    }
}
