package io.vidstead.engines.mail;

import org.jspecify.annotations.Nullable;

/** The mail could not be handed over now; nobody has taken it. */
public final class MailUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
