package io.vidstead.engines.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be started; the message is a sentence for people. */
public final class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
