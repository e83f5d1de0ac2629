package io.vidstead.processing;

import io.vidstead.kernel.Transactions;
import java.sql.SQLException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Tries a transaction again while the database is away. */
final class Persistence {

    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final int ATTEMPTS = 30;
    private static final long WAIT_MILLIS = 2_000;

    private Persistence() {}

    /** The work must be idempotent: whether a commit whose answer was lost took place is unknown. */
    static <R> R call(Transactions transactions, Function<Handle, R> work) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.call(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isAway(e)) {
                    throw e;
                }
                LOG.warnf("the database is away (%s), attempt %d", e.getMessage(), attempt);
                Thread.sleep(WAIT_MILLIS);
            }
        }
    }

    private static boolean isAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                return state.startsWith("08")
                        || state.startsWith("57P")
                        || String.valueOf(sql.getMessage()).contains("Acquisition timeout");
            }
        }
        return false;
    }
}
