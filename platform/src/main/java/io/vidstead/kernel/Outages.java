package io.vidstead.kernel;

import io.vidstead.engines.guard.RefusedException;
import java.sql.SQLException;

/** Tells that something is away for now from that something is wrong. */
public final class Outages {

    private Outages() {}

    /** Whether the exception, or what caused it, says that the database or another engine is away. */
    public static boolean caused(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException || (cause instanceof SQLException sql && isAway(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Connection lost, server shutting down or starting, no connection to be had in time. */
    public static boolean isAway(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || String.valueOf(e.getMessage()).contains("Acquisition timeout");
    }
}
