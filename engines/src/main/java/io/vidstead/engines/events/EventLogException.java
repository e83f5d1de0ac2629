package io.vidstead.engines.events;

/** The log cannot be reached or refused; the call may be repeated. */
public final class EventLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
