package io.vidstead.engines.events;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a failure is the event's fault or that of something that is away for a while. */
final class Blame {

    /** Beginnings of SQL states: no connection, no resources, server shutting down, deadlock, system error. */
    private static final List<String> PASSING = List.of("08", "53", "57P", "40", "58");

    private static final int ERROR_LIMIT = 2_000;

    private Blame() {}

    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetryLaterException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException sql && passing(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The failure and its causes in a few lines that PostgreSQL takes as text. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(cause);
        }
        return text.substring(0, Math.min(text.length(), ERROR_LIMIT)).replace('\0', ' ');
    }

    private static boolean passing(@Nullable String state) {
        return state != null && PASSING.stream().anyMatch(state::startsWith);
    }
}
